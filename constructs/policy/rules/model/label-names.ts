import { quote } from '../../../model/issue.ts';
import { labelFor, labelProblem } from '../../../model/names.ts';
import type { Platform } from '../../../model/platform.ts';
import { joinPath } from '../../../model/shape.ts';
import type { Rule } from '../../rule.ts';

export const labelNames: Rule = {
  code: 'FL1101',
  title: 'A name is a DNS label',
  why: 'Names become Namespaces, hosts, files and folders; Kubernetes takes a-z, 0-9 and "-" (RFC 1123), at most 63 of them',
  fix: 'use a-z, 0-9 and "-", at most 63 characters',
  *model(platform) {
    for (const [path, name] of namesOf(platform)) {
      const problem = labelProblem(name);
      if (problem !== undefined)
        yield { path, problem: `${quote(name)} ${problem}`, fix: `name it ${quote(suggestion(name))}` };
    }
  },
};

/** What the name most likely meant; a reserved word only gets longer. */
function suggestion(name: string): string {
  const label = labelFor(name);
  return labelProblem(label) === undefined ? label : `${label}-app`;
}

function* namesOf(platform: Platform): Iterable<readonly [path: string, name: string]> {
  yield ['name', platform.name];
  yield ['engine.namespace', platform.engine.namespace];
  yield ['engine.rootName', platform.engine.rootName];
  // The only cluster and the only team have the platform's name unless they are given.
  const ofPlatform = new Set([platform.name]);
  yield* keys('clusters', platform.clusters, ofPlatform);
  for (const [index, { name }] of platform.environments.entries()) yield [`environments[${index}]`, name];
  yield* keys('teams', platform.teams, ofPlatform);
  yield* keys('access', platform.access);
  const ofServices = new Set<string>();
  for (const { name, namespace } of platform.services) {
    const path = joinPath('services', [name]);
    yield [path, name];
    if (namespace !== name) yield [`${path}.namespace`, namespace];
    for (const copy of platform.environments) ofServices.add(`${namespace}-${copy.name}`);
    ofServices.add(name).add(namespace);
  }
  yield* keys('namespaces', platform.namespaces, ofServices);
}

function* keys(
  field: string,
  items: readonly { readonly name: string }[],
  reported: ReadonlySet<string> = new Set(),
): Iterable<readonly [path: string, name: string]> {
  for (const { name } of items) if (!reported.has(name)) yield [joinPath(field, [name]), name];
}
