import { CANARY } from './sample.ts';
import type { Tampering } from './tampering.ts';

/** Edits that change what kind of file it is, and clear text beside the values. */
export const tamperedForm: readonly Tampering[] = [
  [
    'merge conflict',
    ({ good }) => good.replace('type: Opaque', '<<<<<<< HEAD\ntype: Opaque\n=======\ntype: x\n>>>>>>> branch'),
    [/FL1702 at \S+\.yaml:\d+: a merge conflict was committed/],
  ],
  ['JSON', () => JSON.stringify({ kind: 'Secret', stringData: { a: CANARY } }), [/FL1703 at \S+: holds JSON/]],
  [
    'duplicate key',
    ({ good }) => good.replace('stringData:', `stringData:\n  user: ${CANARY}`),
    [/FL1704 at \S+\.yaml:\d+: this key is in the same map already/],
  ],
  ['second stringData', ({ good }) => `stringData:\n  a: ${CANARY}\n${good}`, [/FL1704 at/]],
  [
    'anchor and alias',
    ({ good }) => good.replace('app: demo', 'app: &a demo\n    tier: *a'),
    [/FL1705 at .*an anchor/, /FL1705 at .*an alias/],
  ],
  ['merge key', ({ good }) => good.replace('app: demo', 'app: demo\n    <<: {a: b}'), [/FL1705 at .*a merge key/]],
  ['tag', ({ good }) => good.replace('type: Opaque', 'type: !!str Opaque'), [/FL1705 at .*a tag changes the type/]],
  ['key not text', ({ good }) => good.replace('app: demo', '1: demo'), [/FL1705 at .*a key is not text/]],
  ['directive', ({ good }) => `%YAML 1.1\n---\n${good}`, [/FL1705 at .*%YAML/]],
  [
    'two documents',
    ({ good }) => `${good}---\napiVersion: v1\nkind: Secret\nstringData: {a: ${CANARY}}\n`,
    [/FL1706 at \S+: holds 2 YAML documents/],
  ],
  ['empty file', () => '', [/FL1706 at \S+: holds 0 YAML documents/]],
  ['text only', () => `${CANARY}\n`, [/FL1707 at \S+: is not a map/]],
  [
    'tab',
    ({ good }) => good.replace('  name: registry', '\tname: registry'),
    [/FL1701 at \S+\.yaml:\d+: a tab indents this line/],
  ],
  ['quote not closed', ({ good }) => good.replace('name: registry', `name: "${CANARY}`), [/FL1701 at/]],
  ['not YAML', ({ good }) => good.replace('type: Opaque', `type: a: ${CANARY}: b`), [/FL1701 at/]],
  ['nested without end', () => `a: ${'['.repeat(100_000)}`, [/FL1701 at/]],
  ['a ConfigMap', ({ good }) => good.replace('kind: Secret', 'kind: ConfigMap'), [/FL1707 at \S+#kind: is not Secret/]],
  [
    'a ConfigMap in clear',
    () => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: b}\ndata: {a: ${CANARY}}\n`,
    [/FL1707 at \S+#kind: is not Secret/],
  ],
  [
    'other version',
    ({ good }) => good.replace('apiVersion: v1', 'apiVersion: v2'),
    [/FL1707 at \S+#apiVersion: is not v1/],
  ],
  [
    'no namespace',
    ({ good }) => good.replace('  namespace: demo\n', ''),
    [/FL1708 at \S+#metadata\.namespace: is missing/],
  ],
  [
    'invalid name',
    ({ good }) => good.replace('name: registry', `name: ${CANARY}_`),
    [/FL1708 at \S+#metadata\.name: is not a name that Kubernetes accepts/],
  ],
  [
    'encrypted name',
    ({ good, value }) => good.replace('name: registry', `name: ${value}`),
    [/FL1708 at \S+#metadata\.name: is encrypted/, /FL1711/],
  ],
  [
    'last applied',
    ({ good }) =>
      good.replace(
        'labels:',
        `annotations:\n    kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"password":"${CANARY}"}}'\n  labels:`,
      ),
    [/FL1712 at .*last-applied-configuration"\]: holds a copy of the Secret/, /FL1729/],
  ],
  [
    'field of another kind',
    ({ good }) => good.replace('type: Opaque', `spec:\n  password: ${CANARY}`),
    [/FL1712 at \S+#spec: is not a field that a Secret in git needs/, /FL1729/],
  ],
  [
    'server field',
    ({ good }) => good.replace('labels:', 'managedFields: [{manager: kubectl}]\n  labels:'),
    [/FL1712 at \S+#metadata\.managedFields/],
  ],
  [
    'comment among values',
    ({ good }) => good.replace('stringData:', `stringData:\n  # ${CANARY}`),
    [/FL1712 at \S+\.yaml:\d+: a comment among the values is in clear text/],
  ],
  [
    'comment after a value',
    ({ good, value }) => good.replace(value, `${value} # ${CANARY}`),
    [/FL1712 at \S+\.yaml:\d+: a comment among the values/],
  ],
  [
    'password in a comment',
    ({ good }) => `# password: ${CANARY}\n${good}`,
    [/FL1729 at \S+\.yaml:1: sets password to a literal/],
  ],
  [
    'token in a label',
    ({ good }) => good.replace('app: demo', `app: glpat-${'A1b2'.repeat(5)}`),
    [/FL1721 at \S+#metadata\.labels\.app/],
  ],
];
