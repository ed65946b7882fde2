import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../constructs/model/issue.ts';
import { encryptRules } from '../../constructs/secrets/sops/encrypt-rules.ts';
import { fileRules } from '../../constructs/secrets/sops/file-rules.ts';
import { findPlaintextSecrets } from '../../constructs/secrets/sops/find-plaintext-secrets.ts';
import { plaintextRules } from '../../constructs/secrets/sops/plaintext-rules.ts';
import { isSecretLiteral } from '../../constructs/secrets/sops/secret-names.ts';
import { config, container } from './objects.ts';
import { plaintextSamples } from './plaintext-samples.ts';
import { referenceSamples } from './reference-samples.ts';
import { keyPair } from './sample.ts';

const PATH = 'apps/demo/deployment.yaml';
const find = (object: unknown) => findPlaintextSecrets(object, PATH).map(formatIssue);
describe('findPlaintextSecrets', () => {
  it.each(plaintextSamples)('finds: %s', (_, object, expected) => {
    const issues = find(object);
    expect(issues.map((text) => text.slice(0, expected.length))).toContain(expected);
    expect(issues.join('\n')).not.toMatch(/canary|aB3dE5/i);
  });

  it('finds an age private key', async () => {
    const { identity } = await keyPair();
    const issues = find(config(`# created\n${identity}\n`));
    expect(issues).toEqual([
      expect.stringMatching(/^FL1726 at \S+#data\.file: holds an age private key in clear text/),
    ]);
    expect(issues.join()).not.toContain(identity.slice(20));
  });

  it.each(referenceSamples.map((object) => [JSON.stringify(object).slice(0, 90), object] as const))(
    'lets pass: %s',
    (_, object) => {
      expect(find(object)).toEqual([]);
    },
  );

  it('never takes a reference for a secret, whatever its name', () => {
    const prefix = fc.constantFrom('', 'db', 'ADMIN_', 'auth.', 'my-', 'gitlab', 'x_');
    const word = fc.constantFrom(
      'password',
      'Password',
      'TOKEN',
      'token',
      'apiKey',
      'API_KEY',
      'secret',
      'clientSecret',
      'privateKey',
      'passphrase',
    );
    const name = fc.tuple(prefix, word).map((parts) => parts.join(''));
    const id = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/);
    const reference = fc.oneof(
      id.map((x) => `$(${x})`),
      id.map((x) => `\${${x}}`),
      id.map((x) => `$${x}`),
      id.map((x) => `$argocd-extra:${x}`),
      id.map((x) => `{{ .Values.${x} }}`),
      id.map((x) => `\${{ secrets.${x} }}`),
      id.map((x) => `/run/secrets/${x}`),
      id.map((x) => `<${x}>`),
      id.map((x) => `op://vault/${x}`),
      fc.constantFrom('', ' ', 'true', 'false', '0', '30s', '24h', 'none', 'xxxx', '****', 'ENC[AES256_GCM,data:x'),
    );
    fc.assert(
      fc.property(name, reference, (field, value) => {
        const forms = [
          { [field]: value },
          container({ env: [{ name: field, value }] }),
          container({ args: [`--${field}`, value] }),
          config(`a: b\n${field}: ${value}\n`),
          config(`a=b\n${field}="${value}"\n`),
        ];
        expect(forms.flatMap(find)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never takes a name that refers to a secret for one, whatever the value', () => {
    const names = [
      'existingSecret',
      'secretName',
      'tokenRef',
      'secretRef',
      'tokenTTL',
      'passwordKey',
      'passwordSecretName',
      'TOKEN_FILE',
      'token-path',
      'secretNamespace',
      'apiKeyHeader',
      'tokenUrl',
      'passwordLength',
      'existingPasswordSecret',
      'useToken',
      'imagePullSecrets',
      'secretStoreRef',
      'secret_id_ttl',
      'privateKeyFile',
      'TOKEN_ENDPOINT',
    ];
    const value = fc.stringMatching(/^[A-Za-z0-9_-]{1,30}$/);
    fc.assert(fc.property(fc.constantFrom(...names), value, (name, text) => !isSecretLiteral(name, text)));
  });

  it('always finds a literal under a name that says password or token', () => {
    const name = fc.constantFrom(
      'password',
      'dbPassword',
      'DB_PASSWORD',
      'PGPASSWORD',
      'rootPasswd',
      'MYSQL_PWD',
      'authToken',
      'CI_TOKEN',
      'apiKey',
      'API_KEY',
      'clientSecret',
      'AWS_SECRET_ACCESS_KEY',
      'sshPrivateKey',
      'APIToken',
      'SECRET_KEY_BASE',
    );
    const value = fc.stringMatching(/^[a-z][A-Za-z0-9]{2,10}[0-9][A-Za-z0-9!]{3,20}$/);
    fc.assert(fc.property(name, value, (field, text) => isSecretLiteral(field, text)));
  });

  it('stays linear on hostile text', () => {
    const hostile = [
      'eyJ-',
      'a.',
      '://',
      ' ',
      '\t',
      '"a": ',
      'token: ',
      'token=a ',
      '-----BEGIN A ',
      '://a:',
      'password:"',
      '\n  ',
    ];
    for (const part of hostile) {
      const text = `token ${part.repeat(200_000 / part.length)}`;
      const start = performance.now();
      find(config(text));
      expect(performance.now() - start, JSON.stringify(part)).toBeLessThan(1000);
    }
  });

  it('reads 12,000 objects in a few seconds at most', () => {
    const objects = Array.from({ length: 12_000 }, (_, i) => ({
      apiVersion: 'apps/v1',
      metadata: {
        name: `service-${i}`,
        namespace: 'demo',
        labels: { app: `service-${i}`, 'app.kubernetes.io/part-of': 'demo' },
      },
      ...container({
        image: `registry.example.com/group/service-${i}:sha-0123abc`,
        env: Array.from({ length: 8 }, (_, n) => ({
          name: `VARIABLE_${n}`,
          value: `https://service-${n}.example.com/path`,
        })),
        args: ['--listen=:8080', '--log-level=info'],
      }),
    }));
    const start = performance.now();
    const issues = objects.flatMap((object) => findPlaintextSecrets(object, PATH));
    expect(issues).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('has codes that no other table uses, and a fixture for each', () => {
    const codes = [fileRules, plaintextRules, encryptRules].flatMap((table) =>
      Object.values(table).map(({ code }) => code),
    );
    expect(new Set(codes).size).toBe(codes.length);
    const tested = [...plaintextSamples.map(([, , expected]) => expected.slice(0, 6)), 'FL1726'];
    expect(Object.values(plaintextRules).filter(({ code }) => !tested.includes(code))).toEqual([]);
  });
});
