import type { Issue } from '../../model/issue.ts';
import { asIssue } from '../../policy/rule.ts';
import { looksEncrypted, parseEncValue } from './enc-value.ts';
import { fileRules } from './file-rules.ts';
import { isMap, type Leaf, leavesOf } from './leaves.ts';
import { placeInFile } from './place.ts';
import type { RuleText } from './rule-text.ts';
import { secretValues } from './secret-values.ts';
import { selectionOf } from './selection.ts';
import type { SopsFile } from './sops-file.ts';

/** All values of the Secret are encrypted; elsewhere, exactly those that the selection of the file names. */
export function checkValues({ path, object }: SopsFile): Issue[] {
  const { data, stringData, sops, ...rest } = object;
  const report = (place: string, [rule, problem]: Defect) => asIssue(rule, { path: placeInFile(path, place), problem });

  const values = secretValues(object).flatMap(({ place, value }) => {
    const defect = secretDefect(value);
    return defect ? [report(place, defect)] : [];
  });
  const regex = isMap(sops) ? sops.encrypted_regex : undefined;
  const selects = typeof regex === 'string' ? selectionOf(regex) : undefined;
  const others = leavesOf(rest).flatMap((leaf) => {
    const defect = selects ? otherDefect(leaf, selects(leaf.path)) : undefined;
    return defect ? [report(leaf.place, defect)] : [];
  });
  return [...values, ...others];
}

type Defect = readonly [rule: RuleText, problem: string];

function secretDefect(value: unknown): Defect | undefined {
  if (value === '')
    return [
      fileRules.clearValue,
      'is empty, which SOPS leaves in clear: nobody can tell it from a value that was deleted',
    ];
  // Said by the check of the Secret's shape.
  if (typeof value === 'object' && value !== null) return undefined;
  if (!looksEncrypted(value)) return [fileRules.clearValue, value === null ? 'has no value' : 'is in clear text'];
  const parts = parseEncValue(value);
  if (typeof parts === 'string') return [fileRules.malformedValue, parts];
  if (parts.type === 'str') return undefined;
  return [
    fileRules.malformedValue,
    `was encrypted as ${parts.type}, and Kubernetes takes only text: quote it before it is encrypted`,
  ];
}

/** SOPS refuses clear text where it expects ciphertext, and hands ciphertext on as it is where it expects none. */
function otherDefect({ value }: Leaf, selected: boolean): Defect | undefined {
  const encrypted = looksEncrypted(value);
  if (selected && !encrypted && value !== '' && value !== null) {
    return [fileRules.clearValue, 'is in clear text, though encrypted_regex selects it'];
  }
  if (!selected && encrypted)
    return [fileRules.malformedValue, 'is encrypted, though encrypted_regex does not select it'];
  const parts = selected && encrypted ? parseEncValue(value) : undefined;
  return typeof parts === 'string' ? [fileRules.malformedValue, parts] : undefined;
}
