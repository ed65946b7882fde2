import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { emitYaml } from '../../constructs/files/yaml.ts';
import { ConfigError } from '../../constructs/model/issue.ts';
import { checkSopsFile } from '../../constructs/secrets/sops/check-sops-file.ts';
import { encryptRules } from '../../constructs/secrets/sops/encrypt-rules.ts';
import { encryptSops } from '../../constructs/secrets/sops/encrypt-sops.ts';
import { decryptSops } from './decrypt-sops.ts';
import { CANARY, clearSecret, type KeyPair, keyPair } from './sample.ts';

let mine: KeyPair;
let other: KeyPair;

beforeAll(async () => {
  [mine, other] = [await keyPair(), await keyPair()];
});

const key = fc.stringMatching(/^[-._a-zA-Z0-9]{1,20}$/).filter((name) => name !== '__proto__');
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    'yes',
    'null',
    '0777',
    '1e3',
    '12:30',
    '2026-11-21',
    ' ',
    '\n',
    'a\nb\n',
    '# no',
    'ENC',
    '~',
    '\u0085',
    '\u2028',
    '\ufeff',
  ),
);
const label = fc.stringMatching(/^[A-Za-z0-9]([-A-Za-z0-9_.]{0,20}[A-Za-z0-9])?$/);
const secret = fc.record(
  {
    apiVersion: fc.constant('v1'),
    kind: fc.constant('Secret'),
    metadata: fc.record({ name: fc.constant('a'), namespace: fc.constant('b'), labels: fc.dictionary(label, label) }),
    immutable: fc.boolean(),
    type: fc.constant('Opaque'),
    data: fc.dictionary(key, fc.base64String({ minLength: 4 }), { minKeys: 1 }),
    stringData: fc.dictionary(key, text, { minKeys: 1 }),
  },
  { requiredKeys: ['apiVersion', 'kind', 'metadata', 'stringData'] },
);

describe('encryptSops', () => {
  it('gives back any Secret when decrypted, and passes the check', async () => {
    const property = fc.asyncProperty(secret, async (object) => {
      const encrypted = await encryptSops(emitYaml(object), [mine.recipient]);
      expect(await decryptSops(encrypted, mine.identity)).toEqual(object);
      const issues = checkSopsFile('x.enc.yaml', encrypted, { recipients: [mine.recipient] });
      // Random labels may be named like a secret; everything else is ours to get right.
      expect(issues.filter(({ code }) => code < 'FL1720')).toEqual([]);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('keeps the fields that people read in clear, and nothing else', async () => {
    const encrypted = await encryptSops(clearSecret, [mine.recipient], { now: new Date('2026-11-21T12:00:00.123Z') });
    expect(encrypted).toMatch(
      /^apiVersion: v1\nkind: Secret\nmetadata:\n {2}labels:\n {4}app: demo\n {2}name: registry\n/,
    );
    expect(encrypted).toContain('lastmodified: "2026-11-21T12:00:00Z"');
    expect(encrypted).not.toContain('hunter2');
    expect(encrypted.indexOf('\nsops:')).toBeGreaterThan(encrypted.indexOf('\ntype:'));
  });

  it('encrypts for each recipient once, and for nobody else', async () => {
    const encrypted = await encryptSops(clearSecret, [other.recipient, mine.recipient, other.recipient]);
    expect(encrypted.match(/recipient: /g)).toHaveLength(2);
    for (const { identity } of [mine, other])
      expect(await decryptSops(encrypted, identity)).toHaveProperty('stringData.password', CANARY);
    await expect(decryptSops(encrypted, (await keyPair()).identity)).rejects.toThrow('no recipient matches');
  });

  it('never gives the same bytes twice, for no nonce is used again', async () => {
    const encrypted = await Promise.all(Array.from({ length: 20 }, () => encryptSops(clearSecret, [mine.recipient])));
    const nonces = encrypted.flatMap((file) => [...file.matchAll(/iv:([^,]+)/g)].map(([, iv]) => iv));
    expect(new Set(nonces).size).toBe(20 * 3);
  });

  it('makes changes visible that the structural check cannot see', async () => {
    const encrypted = await encryptSops(clearSecret, [mine.recipient]);
    const [password = '', user = ''] = [...encrypted.matchAll(/(?:password|user): (ENC\S+)/g)].map(
      ([, found]) => found,
    );
    const tampered = {
      swapped: encrypted.replace(password, '@').replace(user, password).replace(/@$/m, user),
      removed: encrypted.replace(/ {2}user: .*\n/, ''),
      relabelled: encrypted.replace('app: demo', 'app: other'),
      retyped: encrypted.replace('type: Opaque', 'type: kubernetes.io/basic-auth'),
      bitFlipped: encrypted.replace(/data:(.)/, (_, c) => `data:${c === 'A' ? 'B' : 'A'}`),
      redated: encrypted.replace(/lastmodified: "\d/, 'lastmodified: "1'),
    };
    for (const [name, file] of Object.entries(tampered)) {
      expect(file, name).not.toBe(encrypted);
      await expect(decryptSops(file, mine.identity), name).rejects.toThrow();
    }
  });
});

const REFUSED: readonly (readonly [name: string, text: string, expected: RegExp])[] = [
  ['comments', `# ${CANARY}\n${clearSecret}`, /FL1731 at in\.yaml:1: a comment stands here/],
  ['comments among values', clearSecret.replace('stringData:', `stringData:\n  # ${CANARY}`), /FL1731 at in\.yaml:10/],
  [
    'a value that YAML 1.1 reads otherwise',
    clearSecret.replace(CANARY, 'yes'),
    /FL1732 at in\.yaml:10: YAML versions read this differently/,
  ],
  ['an octal number', clearSecret.replace(CANARY, '0777'), /FL1732 at in\.yaml:10/],
  ['a time of day', clearSecret.replace(CANARY, '12:30:45'), /FL1732 at in\.yaml:10/],
  ['a date', clearSecret.replace(CANARY, '2026-11-21'), /FL1732 at in\.yaml:10/],
  ['a number', clearSecret.replace(CANARY, '123456'), /FL1732 at in\.yaml#stringData\.password: is not text/],
  ['a boolean', clearSecret.replace(CANARY, 'true'), /FL1732 at in\.yaml#stringData\.password: is not text/],
  [
    'a number as a label',
    clearSecret.replace('app: demo', 'app: 1'),
    /FL1732 at in\.yaml#metadata\.labels\.app: is not text/,
  ],
  ['half of a surrogate pair', clearSecret.replace(`"${CANARY}-2"`, `"${CANARY}\\ud800"`), /FL1732 at .*surrogate/],
  ['an empty value', clearSecret.replace(CANARY, '""'), /FL1733 at in\.yaml#stringData\.password: has no value/],
  ['null', clearSecret.replace(CANARY, ''), /FL1733/],
  ['values that hold values', clearSecret.replace(CANARY, '{}'), /FL1707 at in\.yaml#stringData\.password/],
  [
    'data that is not base64',
    clearSecret.replace('stringData', 'data'),
    /FL1735 at in\.yaml#data\.password: is not base64/,
  ],
  ['another kind', clearSecret.replace('kind: Secret', 'kind: ConfigMap'), /FL1707 at in\.yaml#kind: is not Secret/],
  ['no namespace', clearSecret.replace('  namespace: demo\n', ''), /FL1708/],
  [
    'an encrypted value',
    clearSecret.replace(CANARY, `ENC[AES256_GCM,${CANARY}]`),
    /FL1730 at in\.yaml: is encrypted already/,
  ],
  ['a sops block', `${clearSecret}sops: {}\n`, /FL1730/],
  ['an alias', clearSecret.replace('app: demo', `app: &a demo\n    b: *a`), /FL1705/],
  ['two documents', `${clearSecret}---\n${clearSecret}`, /FL1706/],
];

describe('encryptSops refuses', () => {
  it.each(REFUSED)('%s', async (_, input, expected) => {
    const error = await encryptSops(input, [mine.recipient], { path: 'in.yaml' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toMatch(expected);
    expect(String(error)).not.toContain('hunter2');
  });

  it('recipients that are none, and shows no private key', async () => {
    await expect(encryptSops(clearSecret, [])).rejects.toThrow(/FL1734 at the input: would be encrypted for nobody/);
    const error = await encryptSops(clearSecret, [mine.recipient, mine.identity]).catch(String);
    expect(error).toMatch(/FL1734 at the input: 1 of 2 recipients is no age recipient/);
    expect(error).not.toContain(mine.identity.slice(0, 20));
  });

  it.each(['^data$', 'data|stringData', '(', '^(data|stringData|kind)$', '(?i)data|stringdata'])(
    'the selection %s',
    async (encryptedRegex) => {
      await expect(encryptSops(clearSecret, [mine.recipient], { encryptedRegex })).rejects.toThrow(/FL1736/);
    },
  );

  it('with a code for each reason', () => {
    const tested = [...REFUSED.map(([, , pattern]) => pattern.source.slice(0, 6)), 'FL1734', 'FL1736'];
    expect(Object.values(encryptRules).filter(({ code }) => !tested.includes(code))).toEqual([]);
  });
});
