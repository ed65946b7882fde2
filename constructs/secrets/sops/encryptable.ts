import { parseDocument, visit } from 'yaml';
import type { Issue } from '../../model/issue.ts';
import { asIssue } from '../../policy/rule.ts';
import { isAgeRecipient } from './age-key.ts';
import { checkSecretShape } from './check-secret-shape.ts';
import { commentsOf } from './comments.ts';
import { looksEncrypted } from './enc-value.ts';
import { encryptRules } from './encrypt-rules.ts';
import { leavesOf } from './leaves.ts';
import { placeInFile } from './place.ts';
import type { RuleText } from './rule-text.ts';
import { coversSecret, selectionOf } from './selection.ts';
import type { SopsFile } from './sops-file.ts';

/** What keeps a file from being encrypted in a form that every tool decrypts to the same Secret. */
export function checkEncryptable(file: SopsFile, recipients: readonly string[], encryptedRegex: string): Issue[] {
  const { path, object } = file;
  const report = (rule: RuleText, place: string, problem: string) =>
    asIssue(rule, { path: placeInFile(path, place), problem });
  if (object.sops !== undefined || leavesOf(object).some(({ value }) => looksEncrypted(value))) {
    return [report(encryptRules.already, '', 'is encrypted already, in whole or in part')];
  }
  const selects = selectionOf(encryptedRegex);
  const fits =
    selects && coversSecret(selects) && !['apiVersion', 'kind', 'metadata', 'immutable'].some((key) => selects([key]));
  const invalid = recipients.filter((recipient) => !isAgeRecipient(recipient)).length;
  return [
    ...(recipients.length === 0 ? [report(encryptRules.recipient, '', 'would be encrypted for nobody')] : []),
    ...(invalid > 0
      ? [report(encryptRules.recipient, '', `${invalid} of ${recipients.length} recipients is no age recipient`)]
      : []),
    ...(!fits ? [report(encryptRules.selection, '', 'the encrypted_regex is not one that fits a Secret')] : []),
    ...checkSecretShape(file),
    ...commentsOf(file).map(({ line }) =>
      asIssue(encryptRules.comment, { path: `${path}:${line}`, problem: 'a comment stands here' }),
    ),
    ...ambiguousLines(file).map((line) =>
      asIssue(encryptRules.scalar, { path: `${path}:${line}`, problem: 'YAML versions read this differently' }),
    ),
    ...leavesOf(object).flatMap(({ path: keys, place, value }) => {
      const defect = leafDefect(keys, value);
      return defect ? [report(defect[0], place, defect[1])] : [];
    }),
  ];
}

function leafDefect(keys: readonly string[], value: unknown): readonly [RuleText, string] | undefined {
  const top = keys[0];
  const secret = top === 'data' || top === 'stringData';
  if (secret && (value === '' || value === null)) return [encryptRules.empty, 'has no value'];
  if (value === null || (top === 'immutable' && typeof value === 'boolean')) return undefined;
  if (typeof value !== 'string') return [encryptRules.scalar, 'is not text'];
  if (!value.isWellFormed()) return [encryptRules.scalar, 'has half of a surrogate pair, which is no character'];
  if (top === 'data' && !isBase64(value.replace(/\s/g, ''))) return [encryptRules.base64, 'is not base64'];
  return undefined;
}

/** As Go decodes it, and so Kubernetes: unused bits of the last character may be set. */
function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

/** Lines of values that stand bare and are one thing in YAML 1.1 and another in 1.2. */
function ambiguousLines({ text, document }: SopsFile): number[] {
  const older = parseDocument(text, { version: '1.1', prettyErrors: false, logLevel: 'silent' });
  const olderValues = new Map<number, unknown>();
  visit(older, { Scalar: (_, { range, value }) => void olderValues.set(range?.[0] ?? -1, value) });
  const lines: number[] = [];
  visit(document, {
    Scalar: (_, node) => {
      const offset = node.range?.[0] ?? -1;
      if (Object.is(olderValues.get(offset), node.value)) return;
      lines.push(text.slice(0, offset).split('\n').length);
    },
  });
  return lines;
}
