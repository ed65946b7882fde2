import type { Issue } from '../../model/issue.ts';
import { asIssue } from '../../policy/rule.ts';
import { looksEncrypted } from './enc-value.ts';
import { isMap, leavesOf } from './leaves.ts';
import { placeBelow, placeInFile } from './place.ts';
import { plaintextRules } from './plaintext-rules.ts';
import type { RuleText } from './rule-text.ts';
import { isSecretLiteral } from './secret-names.ts';
import { secretsInText } from './secrets-in-text.ts';

type Report = (steps: readonly (string | number)[], rule: RuleText, problem: string) => void;

/**
 * Secrets in clear text in one Kubernetes object: a Secret that is not encrypted, tokens of known shape in any string, and literals under a name
 * (of a field, an environment variable, a Helm value or parameter, an option, a line of a file) that says password, token or secret.
 * References to a Secret are no secrets. No issue quotes a value. `path` is the file that the object is in.
 */
export function findPlaintextSecrets(object: unknown, path: string): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (steps, rule, problem) => {
    const place = steps.reduce<string>(placeBelow, '');
    issues.push(asIssue(rule, { path: placeInFile(path, place), problem }));
  };
  walk(object, [], report);
  return issues;
}

/** Keeps the way in one list, which only a report turns into text: most strings of most objects are innocent. */
function walk(value: unknown, steps: (string | number)[], report: Report): void {
  if (typeof value === 'string') {
    for (const { rule, problem } of secretsInText(value)) report(steps, rule, problem);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (isClearSecret(value)) report(steps, plaintextRules.secret, 'is a Secret in clear text');
  const list = Array.isArray(value);
  for (const [key, below] of Object.entries(value)) {
    // Said once for the whole Secret.
    if ((key === 'data' || key === 'stringData' || key === 'sops') && isSecret(value)) continue;
    steps.push(list ? Number(key) : key);
    const name = list ? optionBefore(value, Number(key)) : nameOf(key, value);
    const literal = typeof below === 'string' && name !== undefined && isSecretLiteral(name, below);
    if (literal) report(steps, plaintextRules.named, `gives ${name} a literal`);
    // Prose about a field, as in the schema of a custom resource, gives examples.
    if (key !== 'description') walk(below, steps, report);
    steps.pop();
  }
}

/** Also one that is an item of a List. A reference to a Secret has a kind too, but no values. */
function isSecret(value: object): value is Readonly<Record<string, unknown>> {
  return isMap(value) && value.kind === 'Secret';
}

function isClearSecret(value: object): boolean {
  if (!isSecret(value)) return false;
  const { data, stringData, sops } = value;
  const values = leavesOf([data, stringData]).filter((leaf) => leaf.value !== undefined && leaf.value !== null);
  return values.length > 0 && (sops === undefined || !values.every((leaf) => looksEncrypted(leaf.value)));
}

/**
 * Lists of environment variables and of Helm parameters hold `{name, value}`; elsewhere a field is its own name. The `secretKey` of an
 * ExternalSecret, beside its `remoteRef`, is the name of a key.
 */
function nameOf(key: string, map: object): string | undefined {
  if (key === 'secretKey' && 'remoteRef' in map) return undefined;
  const name: unknown = key === 'value' && 'name' in map ? map.name : undefined;
  return typeof name === 'string' ? name : key;
}

/** `['--token', 'x']`: the option that the item is the value of. */
function optionBefore(list: readonly unknown[], index: number): string | undefined {
  const [before, item] = [list[index - 1], list[index]];
  const isOption = typeof before === 'string' && /^--?[A-Za-z][\w.-]*$/.test(before);
  return isOption && typeof item === 'string' && !item.startsWith('-') ? before.replace(/^-+/, '') : undefined;
}
