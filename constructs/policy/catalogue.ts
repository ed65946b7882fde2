import { encryptRules } from '../secrets/sops/encrypt-rules.ts';
import { fileRules } from '../secrets/sops/file-rules.ts';
import { plaintextRules } from '../secrets/sops/plaintext-rules.ts';
import type { Rule } from './rule.ts';
import { argocdRules } from './rules/argocd/index.ts';
import { chartRules } from './rules/chart/index.ts';
import { externalSecretRules } from './rules/external-secrets/index.ts';
import { rules } from './rules/index.ts';
import { inputRules } from './rules/inputs/index.ts';
import { removalIsMeant } from './rules/objects/removal.ts';
import { ageRecipient } from './rules/secrets/age-recipient.ts';
import { workloadRules } from './rules/workload/index.ts';

/**
 * Every rule, by code. Ranges: 10xx shape of a definition, 11xx names, 12xx repositories and credentials, 13xx engine, 14xx order and
 * sources, 15xx images, 16xx access, 17xx secrets, 18xx hosts, 19xx workloads, 20xx data, 21xx deprecations, 30xx files.
 */
export const catalogue: readonly Pick<Rule, 'code' | 'title' | 'why' | 'fix' | 'level'>[] = unique([
  ...inputRules,
  ...rules,
  ...argocdRules,
  ...chartRules,
  ...externalSecretRules,
  ...Object.values(fileRules),
  ...Object.values(plaintextRules),
  ...Object.values(encryptRules),
  ...workloadRules,
  ageRecipient,
  removalIsMeant,
]);

/** Some rules look both at options and at objects, so two lists have them. */
function unique<T extends { readonly code: string }>(rules: readonly T[]): readonly T[] {
  return [...new Set(rules)].sort((a, b) => (a.code < b.code ? -1 : 1));
}
