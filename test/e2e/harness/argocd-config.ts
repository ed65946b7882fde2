import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { KubeClient } from './kube-client.ts';
import type { KubeObject } from './kube-object.ts';
import { engine } from './run-context.ts';

/** Namespace of Argo CD in every test. */
export const ARGOCD_NAMESPACE = 'argocd';

/** Key of `argocd-cm` that holds the health script of Applications. */
export const APPLICATION_HEALTH_KEY = 'resource.customizations.health.argoproj.io_Application';

const LABELS = { 'app.kubernetes.io/part-of': 'argocd' };

function inNamespace(kind: string, name: string, rest: object): KubeObject {
  return {
    apiVersion: 'v1',
    kind,
    metadata: { name, namespace: ARGOCD_NAMESPACE, labels: { ...LABELS, 'app.kubernetes.io/name': name } },
    ...rest,
  };
}

/** The contents of `argocd-cm` as Argo CD's own manifests have it. */
function shippedConfig(): Record<string, string> {
  const file = join(engine('argocd').sources, 'manifests/base/config/argocd-cm.yaml');
  return parse(readFileSync(file, 'utf8')).data ?? {};
}

/** Replaces `argocd-cm`: the shipped defaults, with `overrides` on top. The engine takes changes without a restart. */
export async function applyConfig(client: KubeClient, overrides: Readonly<Record<string, string>>): Promise<void> {
  await client.apply(inNamespace('ConfigMap', 'argocd-cm', { data: { ...shippedConfig(), ...overrides } }));
}

/** Makes what the controllers expect to find at their start. */
export async function applyDefaults(client: KubeClient): Promise<void> {
  await client.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: ARGOCD_NAMESPACE } });
  for (const name of ['argocd-rbac-cm', 'argocd-tls-certs-cm', 'argocd-ssh-known-hosts-cm', 'argocd-gpg-keys-cm']) {
    await client.apply(inNamespace('ConfigMap', name, { data: {} }));
  }
  const key = randomBytes(32).toString('base64');
  await client.apply(inNamespace('Secret', 'argocd-secret', { stringData: { 'server.secretkey': key } }));
  // The API server of Argo CD makes this project, and it does not run here.
  await client.apply({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'default', namespace: ARGOCD_NAMESPACE },
    spec: {
      sourceRepos: ['*'],
      destinations: [{ namespace: '*', server: '*' }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
  });
}
