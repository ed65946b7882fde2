import type { Issue } from '../../model/issue.ts';
import { asIssue } from '../../policy/rule.ts';
import { looksEncrypted } from './enc-value.ts';
import { fileRules } from './file-rules.ts';
import { isMap } from './leaves.ts';
import { placeInFile } from './place.ts';
import { secretValues } from './secret-values.ts';
import type { SopsFile } from './sops-file.ts';

const NAMES = {
  name: /^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/,
  namespace: /^(?=.{1,63}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/,
};

/** It is a Secret of v1 that has a name, a namespace and maps of values. */
export function checkSecretShape({ path, object }: SopsFile): Issue[] {
  const issues: Issue[] = [];
  const report = (rule: typeof fileRules.notSecret | typeof fileRules.name, place: string, problem: string) => {
    issues.push(asIssue(rule, { path: placeInFile(path, place), problem }));
  };

  for (const [field, wanted] of Object.entries({ apiVersion: 'v1', kind: 'Secret' })) {
    const value = object[field];
    if (value !== wanted)
      report(fileRules.notSecret, field, looksEncrypted(value) ? 'is encrypted' : `is not ${wanted}`);
  }
  const metadata = isMap(object.metadata) ? object.metadata : {};
  for (const [field, pattern] of Object.entries(NAMES)) {
    const value = metadata[field];
    if (value === undefined) report(fileRules.name, `metadata.${field}`, 'is missing');
    else if (looksEncrypted(value)) report(fileRules.name, `metadata.${field}`, 'is encrypted');
    else if (typeof value !== 'string' || !pattern.test(value)) {
      report(fileRules.name, `metadata.${field}`, `is not a ${field} that Kubernetes accepts`);
    }
  }
  for (const field of ['data', 'stringData']) {
    if (object[field] !== undefined && !isMap(object[field])) report(fileRules.notSecret, field, 'is not a map');
  }
  const values = secretValues(object);
  if (values.length === 0) report(fileRules.notSecret, '', 'has no value under data or stringData');
  for (const { place, keyIsValid, value } of values) {
    if (!keyIsValid) report(fileRules.notSecret, place, 'has a key that Kubernetes does not accept');
    if (typeof value === 'object' && value !== null)
      report(fileRules.notSecret, place, 'is not text, but holds values of its own');
  }
  return issues;
}
