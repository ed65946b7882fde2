import { quote, suggest } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';

export const accessNamespaces: Rule = {
  code: 'FL1601',
  title: 'A CI identity has rights in namespaces of the platform alone',
  why: "A Role in a namespace that does not exist fails the whole layer; one in a stranger's namespace is a hole",
  fix: 'use a namespace of the platform, or add it to `namespaces`',
  *model(platform) {
    const known = platform.namespaces.map(({ name }) => name);
    const clusterOf = new Map(platform.namespaces.map(({ name, cluster }) => [name, cluster]));
    for (const { name, namespace, reads, writes } of platform.access) {
      const path = `access.${name}`;
      const uses = [
        ['namespace', [namespace]],
        ['reads', reads],
        ['writes', writes],
      ] as const;
      for (const [field, namespaces] of uses) {
        for (const used of namespaces) {
          const place = `${path}.${field}`;
          if (!known.includes(used))
            yield { path: place, problem: `the platform has no namespace ${quote(used)}`, fix: suggest(used, known) };
          else if (clusterOf.has(namespace) && clusterOf.get(used) !== clusterOf.get(namespace)) {
            const problem = `${quote(used)} is in another cluster than ${quote(namespace)}`;
            yield { path: place, problem, fix: 'make one identity for each cluster' };
          }
        }
      }
      for (const both of reads.filter((read) => writes.includes(read))) {
        yield { path: `${path}.reads`, problem: `${quote(both)} is in both reads and writes`, fix: 'keep one of them' };
      }
      if (reads.length + writes.length === 0)
        yield {
          path,
          problem: 'this identity may do nothing anywhere',
          fix: 'add `reads` or `writes`, or leave it out',
        };
    }
  },
};
