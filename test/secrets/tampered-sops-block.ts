import { CANARY } from './sample.ts';
import type { Tampering } from './tampering.ts';

/** Edits of the sops block. */
export const tamperedSopsBlock: readonly Tampering[] = [
  [
    'narrow selection',
    ({ good }) => good.replace('^(data|stringData)$', '^data$'),
    [/FL1713 at \S+#sops\.encrypted_regex: does not match both/],
  ],
  [
    'Go would not read the selection',
    ({ good }) => good.replace(/encrypted_regex: .*/, 'encrypted_regex: ^(?!x).*'),
    [/FL1713 at .*uses syntax that Go does not have/],
  ],
  [
    'selection removed',
    ({ good }) => good.replace(/ {2}encrypted_regex.*\n/, ''),
    [/FL1713 at .*is missing, so that SOPS expects everything/],
  ],
  [
    'other selection',
    ({ good }) => good.replace(/encrypted_regex.*/, 'unencrypted_suffix: _unencrypted'),
    [/FL1713 at .*but unencrypted_suffix is/],
  ],
  ['MAC removed', ({ good }) => good.replace(/ {2}mac:.*\n/, ''), [/FL1714 at \S+#sops\.mac: is missing/]],
  ['MAC in clear', ({ good }) => good.replace(/mac:.*/, `mac: ${CANARY}`), [/FL1714 at .*is not encrypted/]],
  [
    'MAC of a value',
    ({ good, value }) => good.replace(/mac:.*/, `mac: ${value}`),
    [/FL1714 at .*does not have the size of a MAC/],
  ],
  [
    'time unquoted',
    ({ good }) => good.replace(/lastmodified: "(.*)"/, 'lastmodified: $1'),
    [/FL1715 at \S+#sops\.lastmodified: is not quoted, so that YAML reads a timestamp/],
  ],
  [
    'time wrong',
    ({ good }) => good.replace(/lastmodified: ".*"/, `lastmodified: "${CANARY}"`),
    [/FL1715 at .*is not a time as in RFC 3339/],
  ],
  ['no version', ({ good }) => good.replace(/ {2}version:.*\n/, ''), [/FL1715 at \S+#sops\.version: is missing/]],
  [
    'unknown field in the block',
    ({ good }) => `${good}  note: ${CANARY}\n`,
    [/FL1715 at \S+#sops\.note: is not a field of SOPS/],
  ],
  [
    'block is text',
    ({ good }) => good.replace(/sops:[\s\S]*/, `sops: ${CANARY}\n`),
    [/FL1715 at \S+#sops: is not a map/, /FL1717/],
  ],
  [
    'MAC over values only',
    ({ good }) => `${good}  mac_only_encrypted: true\n`,
    [/FL1716 at \S+#sops\.mac_only_encrypted: is set/],
  ],
  [
    'recipient missing',
    ({ good, mine, other }) => good.replace(mine, other),
    [
      /FL1717 at .*is encrypted for age1\S{8}…\S{4}, whom the platform does not declare\. Fix: .*`sops updatekeys --yes/,
      /FL1717 at .*is not encrypted for age1\S{8}…\S{4}\. Fix: .*`sops updatekeys --yes/,
    ],
  ],
  ['recipient too many', ({ foreign }) => foreign, [/FL1717 at \S+#sops\.age\[\d\]: is encrypted for age1/]],
  [
    'no recipients',
    ({ good }) => good.replace(/age:[\s\S]*?(?= {2}encrypted_regex)/, 'age: []\n'),
    [
      /FL1717 at \S+#sops\.age: has no recipient, so that nobody can decrypt it; wanted: age1\S{8}…\S{4}\. Fix: .*`sops updatekeys/,
    ],
  ],
  [
    'recipient is a text',
    ({ good, mine }) => good.replace(mine, CANARY),
    [/FL1717 at .*is not an age recipient/, /FL1717 at .*is not encrypted for/],
  ],
  [
    'recipient twice',
    ({ good }) => good.replace(/( {4}- enc: \|\n(?: {8}.*\n)+ {6}recipient: .*\n)/, '$1$1'),
    [/FL1717 at \S+#sops\.age\[1\]: repeats age1/],
  ],
  [
    'PGP key beside',
    ({ good }) => `${good}  pgp:\n    - fp: ABC\n      enc: ${CANARY}\n`,
    [/FL1718 at \S+#sops\.pgp: gives a key that is not an age recipient/],
  ],
  [
    'key groups',
    ({ good }) => `${good}  key_groups: [{age: []}]\n  shamir_threshold: 1\n`,
    [/FL1718 at \S+#sops\.key_groups/, /FL1718 at \S+#sops\.shamir_threshold/],
  ],
  [
    'data key cut',
    ({ good }) => good.replace(/\n {8}-----END.*/, ''),
    [/FL1719 at \S+#sops\.age\[0\]\.enc: is not an armored age file/],
  ],
  [
    'data key without its end',
    ({ good, enc }) => good.replace(enc, enc.replace(/\n[^\n]*(\n {8}-----END)/, '$1')),
    [/FL1719 at .*(?:is cut|is not base64)/],
  ],
  [
    'data key is another file',
    ({ good, enc }) => good.replace(enc, armored(`age-encryption.org/v1\n-> scrypt x 18\n${'A'.repeat(100)}`)),
    [/FL1719 at .*is not an age file for an X25519 recipient/],
  ],
  [
    'data key with a hidden reader',
    ({ good, enc }) =>
      good.replace(
        enc,
        armored(opened(enc).replace('\n--- ', `\n-> X25519 ${'B'.repeat(43)}\n${'B'.repeat(43)}\n--- `)),
      ),
    [/FL1719 at .*can be opened by more than one recipient/],
  ],
];

function opened(enc: string): string {
  return Buffer.from(
    enc
      .split('\n')
      .slice(1, -2)
      .map((line) => line.trim())
      .join(''),
    'base64',
  ).toString('latin1');
}
function armored(content: string): string {
  const lines =
    Buffer.from(content, 'latin1')
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN AGE ENCRYPTED FILE-----', ...lines, '-----END AGE ENCRYPTED FILE-----']
    .map((line) => `        ${line}\n`)
    .join('');
}
