import { config, container } from './objects.ts';

/** Objects that name secrets and hold none. */
export const referenceSamples: readonly object[] = [
  container({ env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] }),
  container({
    env: [
      { name: 'DB_PASSWORD', value: '$(FROM_ELSEWHERE)' },
      { name: 'TOKEN_FILE', value: '/run/token' },
      { name: 'API_TOKEN', value: '' },
    ],
  }),
  container({
    env: [
      { name: 'DB', value: 'postgres://app:$(DB_PASSWORD)@db/app' },
      { name: 'PWD', value: '/app' },
    ],
  }),
  container({
    envFrom: [{ secretRef: { name: 'app-secret' } }],
    volumeMounts: [{ name: 'token', mountPath: '/token' }],
  }),
  container({
    args: [
      '--token-file=/run/token',
      '--password-file',
      '/run/password',
      '--token',
      '--verbose',
      '--secret=argocd-secret',
    ],
  }),
  {
    spec: {
      imagePullSecrets: [{ name: 'registry' }],
      volumes: [{ name: 's', secret: { secretName: 'argocd-secret' } }],
      automountServiceAccountToken: false,
    },
  },
  { spec: { volumes: [{ projected: { sources: [{ serviceAccountToken: { path: 'token', audience: 'vault' } }] } }] } },
  { kind: 'Role', rules: [{ apiGroups: [''], resources: ['secrets', 'serviceaccounts/token'], verbs: ['create'] }] },
  {
    kind: 'ExternalSecret',
    spec: { data: [{ secretKey: 'db-password', remoteRef: { key: 'prod/db', property: 'password' } }] },
  },
  {
    kind: 'ExternalSecret',
    spec: {
      target: { template: { data: { password: '{{ .password }}', url: 'https://{{ .user }}:{{ .password }}@x' } } },
    },
  },
  {
    kind: 'ClusterIssuer',
    spec: { acme: { privateKeySecretRef: { name: 'acme' }, apiTokenSecretRef: { name: 'cf', key: 'api-token' } } },
  },
  {
    kind: 'ApplicationSet',
    spec: {
      generators: [{ pullRequest: { gitlab: { project: '1', tokenRef: { secretName: 'gitlab', key: 'token' } } } }],
    },
  },
  {
    kind: 'ConfigMap',
    metadata: { name: 'argocd-cm' },
    data: { 'oidc.config': 'name: SSO\nclientID: a\nclientSecret: $oidc.sso.clientSecret\n', 'accounts.ci': 'apiKey' },
  },
  {
    kind: 'ConfigMap',
    metadata: { name: 'argocd-notifications-cm' },
    data: { 'service.slack': 'token: $slack-token\n' },
  },
  {
    auth: {
      existingSecret: 'db-auth',
      secretKeys: { adminPasswordKey: 'admin-password' },
      passwordKey: 'password',
      tokenTTL: '24h',
      generatePassword: true,
    },
  },
  {
    runners: { secret: 'gitlab-runner-secret', tokenType: 'authentication' },
    passwordPolicy: 'strict',
    secretName: 'tls',
    token: 'true',
  },
  { kind: 'Secret', metadata: { name: 'sa' }, type: 'kubernetes.io/service-account-token' },
  { kind: 'Secret', data: { a: 'ENC[AES256_GCM,data:x' }, sops: { mac: 'ENC[AES256_GCM,data:x' } },
  {
    kind: 'CustomResourceDefinition',
    schema: { properties: { password: { type: 'string', description: 'Example:\npassword: hunter2\n' } } },
  },
  {
    image: 'docker://nginx:1.27@sha256:0000',
    url: 'https://git@example.com/a:b@c',
    ssh: 'git@gitlab.com:a/b.git',
    http: 'http://host:8080/a@b',
  },
  config('TOKEN="$(cat /run/token)"\nexport PASSWORD=$PASSWORD\nlocal token = read()\n'),
  config('note: tokens look like glpat-xxxxxxxxxxxxxxxxxxxx, keys like AGE-SECRET-KEY-1...\n'),
  config('admin password: see the runbook for what to do\n'),
  { kind: 'Receiver', spec: { secretRef: { name: 'webhook-token' } } },
];
