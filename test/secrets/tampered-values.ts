import { CANARY, clearSecret } from './sample.ts';
import type { Tampering } from './tampering.ts';

/** Edits of the values of a Secret. */
export const tamperedValues: readonly Tampering[] = [
  [
    'clear Secret',
    () => clearSecret,
    [
      /FL1709 at \S+: is a Secret in clear text\. Fix: `sops encrypt --in-place apps\/demo\/secrets\/registry\.enc\.yaml`/,
    ],
  ],
  [
    'sops block lost',
    ({ good }) => good.slice(0, good.indexOf('sops:')),
    [/FL1709 at .*has encrypted values, but no sops block\. Fix: restore/],
  ],
  [
    'one value in clear',
    ({ good, value }) => good.replace(value, CANARY),
    [/FL1710 at \S+#stringData\.password: is in clear text/],
  ],
  [
    'one value added in clear',
    ({ good }) => good.replace('stringData:', `stringData:\n  extra: ${CANARY}`),
    [/FL1710 at \S+#stringData\.extra: is in clear text/],
  ],
  [
    'a number added',
    ({ good }) => good.replace('stringData:', 'stringData:\n  pin: 123456'),
    [/FL1710 at \S+#stringData\.pin: is in clear text/],
  ],
  [
    'value emptied',
    ({ good, value }) => good.replace(value, '""'),
    [/FL1710 at \S+#stringData\.password: is empty, which SOPS leaves in clear/],
  ],
  ['value null', ({ good, value }) => good.replace(value, ''), [/FL1710 at \S+#stringData, entry 1: has no value/]],
  [
    'value as a key',
    ({ good }) => good.replace(/stringData:[\s\S]*?(?=type: )/, `stringData: {${CANARY}}\n`),
    [/FL1710 at \S+#stringData, entry 1: has no value/],
  ],
  [
    'values are one text',
    ({ good }) => good.replace(/stringData:[\s\S]*?(?=type: )/, `stringData: ${CANARY}\n`),
    [/FL1707 at \S+#stringData: is not a map/, /FL1707 at \S+: has no value under/],
  ],
  [
    'values nested',
    ({ good, value }) => good.replace(`password: ${value}`, `password: {inner: "${value}"}`),
    [/FL1707 at \S+#stringData\.password: is not text, but holds values/],
  ],
  [
    'key not for Kubernetes',
    ({ good }) => good.replace('  password:', '  "pass word":'),
    [/FL1707 at \S+#stringData, entry 1: has a key that Kubernetes does not accept/],
  ],
  [
    'iv of 12 bytes',
    ({ good, value }) => good.replace(value, value.replace(/iv:[^,]+/, `iv:${Buffer.alloc(12).toString('base64')}`)),
    [/FL1711 at \S+#stringData\.password: has an iv of 12 bytes, where SOPS writes 32/],
  ],
  [
    'tag cut',
    ({ good, value }) => good.replace(value, value.replace(/tag:[^,]+/, `tag:${Buffer.alloc(15).toString('base64')}`)),
    [/FL1711 at .*has a tag of 15 bytes/],
  ],
  [
    'ciphertext not base64',
    ({ good, value }) => good.replace(value, value.replace(/data:..../, 'data:!!!!')),
    [/FL1711 at .*is not of the form ENC/],
  ],
  [
    'base64 with a wrong end',
    ({ good, value }) => good.replace(value, value.replace(/data:[^,]+/, 'data:QUF')),
    [/FL1711 at .*has a part that is not base64/],
  ],
  [
    'value ends early',
    ({ good, value }) => good.replace(value, value.slice(0, -1)),
    [/FL1711 at .*is not of the form/],
  ],
  [
    'text after the value',
    ({ good, value }) => good.replace(value, `"${value} ${CANARY}"`),
    [/FL1711 at .*is not of the form/],
  ],
  [
    'encrypted from a number',
    ({ good, value }) => good.replace(value, value.replace('type:str', 'type:int')),
    [/FL1711 at .*was encrypted as int, and Kubernetes takes only text/],
  ],
  [
    'encrypted where nothing selects it',
    ({ good, value }) => good.replace('app: demo', `app: ${value}`),
    [/FL1711 at \S+#metadata\.labels\.app: is encrypted, though encrypted_regex does not select it/],
  ],
  [
    'clear where the selection matches',
    ({ good }) => good.replace('app: demo', `data: ${CANARY}`),
    [/FL1710 at \S+#metadata\.labels\.data: is in clear text, though/],
  ],
];
