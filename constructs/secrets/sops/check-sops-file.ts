import type { Issue } from '../../model/issue.ts';
import { asIssue } from '../../policy/rule.ts';
import { checkClearPlaces } from './check-clear-places.ts';
import { checkRecipients } from './check-recipients.ts';
import { checkSecretShape } from './check-secret-shape.ts';
import { checkSopsBlock } from './check-sops-block.ts';
import { checkValues } from './check-values.ts';
import { looksEncrypted } from './enc-value.ts';
import { fileRules } from './file-rules.ts';
import { leavesOf } from './leaves.ts';
import { readSopsFile } from './read-sops-file.ts';
import type { SopsFile } from './sops-file.ts';

/**
 * What is wrong with an encrypted file, as far as one can tell without a private key: its form, its selection, who can read it, and clear text
 * where none may be. No issue quotes a value.
 *
 * Only decryption can see the rest, and this check does not: ciphertext that was edited but kept its form, values swapped between
 * keys, a key that was removed, clear fields such as a label that were changed after encryption, a MAC of other content, and a data
 * key that is encrypted for another recipient than the one named beside it. `sops decrypt` refuses all of these.
 */
export function checkSopsFile(
  path: string,
  text: string,
  expected: { readonly recipients: readonly string[] },
): Issue[] {
  const file = readSopsFile(path, text);
  if (Array.isArray(file)) return file;
  if (file.object.sops === undefined) return [...checkSecretShape(file), ...checkUnencrypted(file)];
  return [
    ...checkSecretShape(file),
    ...checkValues(file),
    ...checkClearPlaces(file),
    ...checkSopsBlock(file),
    ...checkRecipients(file, expected.recipients),
  ];
}

/** Something that is not a Secret need not be encrypted; that it is in this folder is reported already. */
function checkUnencrypted({ path, object }: SopsFile): Issue[] {
  if (leavesOf([object.data, object.stringData]).some(({ value }) => looksEncrypted(value))) {
    const fix = 'restore the sops block from git: without it, nobody can decrypt the values';
    return [asIssue(fileRules.unencrypted, { path, problem: 'has encrypted values, but no sops block', fix })];
  }
  if (object.kind !== 'Secret') return [];
  const fix = `\`sops encrypt --in-place ${path}\`; if the file was ever committed, change its values where they come from first`;
  return [asIssue(fileRules.unencrypted, { path, problem: 'is a Secret in clear text', fix })];
}
