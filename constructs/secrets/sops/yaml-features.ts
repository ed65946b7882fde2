import { type Document, isScalar, type LineCounter, visit } from 'yaml';
import type { Issue } from '../../model/issue.ts';
import { asIssue } from '../../policy/rule.ts';
import { fileRules } from './file-rules.ts';

/** Uses of YAML that SOPS, the engine and a reviewer do not read alike. Found before aliases are resolved, so that none can multiply. */
export function yamlFeatures(path: string, document: Document.Parsed, lines: LineCounter): Issue[] {
  const issues: Issue[] = [];
  const report = (offset: number | undefined, problem: string) => {
    const line = offset === undefined ? 1 : lines.linePos(offset).line;
    issues.push(asIssue(fileRules.yamlFeature, { path: `${path}:${line}`, problem }));
  };

  if (document.directives.yaml.explicit) report(undefined, 'a %YAML directive changes how values are read');
  visit(document, {
    Alias: (_, node) => report(node.range?.[0], 'an alias repeats another part of the file'),
    Value: (_, node) => {
      if (node.anchor !== undefined) report(node.range?.[0], 'an anchor marks a part for repetition');
      if (node.tag !== undefined) report(node.range?.[0], 'a tag changes the type of a value');
    },
    Pair: (_, { key }) => {
      const offset = (key as { range?: [number, number, number] } | null)?.range?.[0];
      if (!isScalar(key) || typeof key.value !== 'string') report(offset, 'a key is not text');
      else if (key.value === '<<') report(offset, 'a merge key copies another map');
    },
  });
  return issues;
}
