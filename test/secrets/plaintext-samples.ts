import { config, container } from './objects.ts';

/** Assembled here, so that scanners of this repository have nothing to find. */
const token = (prefix: string, length: number) => prefix + 'aB3dE5fG7h'.repeat(30).slice(0, length);

/** Name, object, and how one of the issues must begin. */
export const plaintextSamples: readonly (readonly [name: string, object: object, expected: string])[] = [
  [
    'a Secret in clear',
    { kind: 'Secret', metadata: { name: 'a' }, stringData: { password: 'canary-1' } },
    'FL1720 at apps/demo/deployment.yaml: is a Secret in clear text',
  ],
  ['base64 in a Secret', { kind: 'Secret', data: { password: 'Y2FuYXJ5' } }, 'FL1720'],
  [
    'a Secret with one clear value',
    { kind: 'Secret', data: { a: 'ENC[AES256_GCM,data:x', b: 'canary' }, sops: {} },
    'FL1720',
  ],
  ['a Secret that only looks encrypted', { kind: 'Secret', data: { a: 'ENC[AES256_GCM,data:x' } }, 'FL1720'],
  [
    'a Secret in a List',
    { kind: 'List', items: [{ kind: 'Secret', data: { a: 'canary' } }] },
    'FL1720 at apps/demo/deployment.yaml#items[0]: is',
  ],
  [
    'GitLab token in args',
    container({ args: ['--foo', token('glpat-', 20)] }),
    'FL1721 at apps/demo/deployment.yaml#spec.template.spec.containers[0].args[1]: holds a GitLab token in clear text',
  ],
  [
    'runner token in a Helm value',
    { kind: 'Application', spec: { source: { helm: { values: `runners: {x: ${token('glrt-', 20)}}` } } } },
    'FL1721',
  ],
  [
    'GitHub token in an annotation',
    { kind: 'Service', metadata: { annotations: { 'example.com/note': token('ghp_', 36) } } },
    'FL1722 at apps/demo/deployment.yaml#metadata.annotations["example.com/note"]',
  ],
  ['fine-grained GitHub token', config(token('github_pat_', 82)), 'FL1722'],
  ['AWS key', config('id = AKIAIOSFODNN7EXAMPLE'), 'FL1723 at apps/demo/deployment.yaml#data.file'],
  ['Slack token', config(token('xoxb-', 40)), 'FL1724'],
  ['Slack webhook', config('https://hooks.slack.com/services/T0AB12/B0AB/x'), 'FL1724'],
  ['private key', config('-----BEGIN OPENSSH PRIVATE KEY-----\nb3B\n'), 'FL1725'],
  ['PKCS#8 key', config('-----BEGIN PRIVATE KEY-----\n'), 'FL1725'],
  ['JSON web token', config(`${token('eyJ', 20)}.${token('eyJ', 20)}.${token('', 20)}`), 'FL1727'],
  [
    'password in a URL',
    container({ env: [{ name: 'DB', value: 'postgres://app:canary@db:5432/app' }] }),
    'FL1728 at apps/demo/deployment.yaml#spec.template.spec.containers[0].env[0].value: holds a URL with a password in clear text',
  ],
  ['token in a clone URL', config('git clone https://oauth2:canary-1@gitlab.com/a/b.git'), 'FL1728'],
  ['password without a user', config('redis://:canary@redis:6379'), 'FL1728'],
  [
    'environment variable',
    container({ env: [{ name: 'DB_PASSWORD', value: 'canary' }] }),
    'FL1729 at apps/demo/deployment.yaml#spec.template.spec.containers[0].env[0].value: gives DB_PASSWORD a literal',
  ],
  [
    'Helm parameter',
    { spec: { source: { helm: { parameters: [{ name: 'auth.adminPassword', value: 'canary' }] } } } },
    'FL1729',
  ],
  [
    'Helm value',
    { spec: { source: { helm: { valuesObject: { grafana: { adminPassword: 'canary' } } } } } },
    'FL1729 at apps/demo/deployment.yaml#spec.source.helm.valuesObject.grafana.adminPassword',
  ],
  [
    'Helm values as text',
    { spec: { source: { helm: { values: 'grafana:\n  adminPassword: canary # x\n' } } } },
    'FL1729 at apps/demo/deployment.yaml#spec.source.helm.values: sets adminPassword to a literal',
  ],
  ['quoted in Helm values', { values: "a: b\napiKey: 'canary'\n" }, 'FL1729'],
  ['ConfigMap entry', { kind: 'ConfigMap', data: { API_TOKEN: 'canary' } }, 'FL1729'],
  ['properties file', config('url=x\ndb.password=canary#1\n'), 'FL1729'],
  ['JSON in a ConfigMap', config('{"auths":{"password": "canary"}}'), 'FL1729'],
  ['option with =', container({ args: ['--admin-password=canary'] }), 'FL1729'],
  [
    'option and argument',
    container({ args: ['--token', 'canary'] }),
    'FL1729 at apps/demo/deployment.yaml#spec.template.spec.containers[0].args[1]: gives token a literal',
  ],
  ['shell script', container({ command: ['sh', '-c', 'set -e\nexport TOKEN=canary\n'] }), 'FL1729'],
  ['client secret', { clientSecret: 'canary' }, 'FL1729'],
  ['secret that is no name', { config: { secret: 'cAnary/1+2=' } }, 'FL1729'],
  ['password hash is no reference', { password: '$2a$10$canary' }, 'FL1729'],
];
