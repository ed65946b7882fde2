import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Argocd, startArgocd } from './harness/argocd.ts';
import { type ControlPlane, startControlPlane } from './harness/control-plane.ts';
import { proved } from './harness/facts.ts';
import { type Gitea, type GiteaUser, startGitea } from './harness/gitea.ts';
import { type KubeObject, refOf } from './harness/kube-object.ts';
import { BROKEN_IMAGE } from './harness/kwok-stages.ts';
import { type Checkout, checkout } from './harness/push.ts';
import { until } from './harness/until.ts';

const AREA = 'Engines work together';

let cluster: ControlPlane;
let gitea: Gitea;
let argocd: Argocd;

beforeAll(async () => {
  [cluster, gitea] = await Promise.all([startControlPlane({ nodes: ['node-a'] }), startGitea()]);
  argocd = await startArgocd(cluster);
});

afterAll(async () => {
  await argocd?.stop();
  await Promise.all([gitea?.stop(), cluster?.stop()]);
});

function startUp(): string {
  const all = { ...cluster.startSeconds, gitea: gitea.startSeconds, ...argocd.startSeconds };
  return Object.entries(all)
    .map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`)
    .join(', ');
}

function namespace(name: string): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

function deployment(name: string, inNamespace: string, image = 'example.test/main:1.0.0'): KubeObject {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: inNamespace },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'main', image }] } },
    },
  };
}

test('the control plane takes a namespace and refuses an unknown field', async () => {
  await cluster.client.apply(namespace('smoke'));
  const wrong = { ...deployment('wrong', 'smoke'), sepc: {} };
  await expect(cluster.client.apply(wrong)).rejects.toThrow(/sepc/);
  const version = await cluster.client.request<{ gitVersion: string }>('GET', '/version');
  proved(AREA, `kube-apiserver ${version.gitVersion}, Gitea and Argo CD start`, startUp());
});

test('pods of a Deployment become Ready on a simulated node', async () => {
  const started = Date.now();
  const ref = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'smoke', name: 'web' };
  await cluster.client.apply(deployment('web', 'smoke'));
  const ready = async () => (await cluster.client.get(ref)).status?.readyReplicas === 2;
  await until(ready, { what: 'two pods are Ready' });
  proved(AREA, 'Both pods of a Deployment become Ready', `${((Date.now() - started) / 1000).toFixed(1)} s`);
});

test('pods of a broken image do not become Ready', async () => {
  await cluster.client.apply(deployment('bad', 'smoke', `example.test/main:${BROKEN_IMAGE}`));
  const scheduled = async () => {
    const { items } = await cluster.client.list({ apiVersion: 'v1', kind: 'Pod', namespace: 'smoke' }, 'app=bad');
    return items.length === 2 && items.every((pod) => pod.spec.nodeName === 'node-a') && items;
  };
  await until(scheduled, { what: 'both pods have a node' });
  await sleep(3_000);
  const pods = (await scheduled()) as KubeObject[];
  expect(pods.map((pod) => pod.status.phase)).toEqual(['Pending', 'Pending']);
});

test('a claim is bound and an ingress gets an address', async () => {
  const claim: KubeObject = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace: 'smoke' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  };
  const ingress: KubeObject = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web', namespace: 'smoke' },
    spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
  };
  await cluster.client.apply(claim);
  await cluster.client.apply(ingress);
  const bound = async () => (await cluster.client.get(refOf(claim))).status?.phase === 'Bound';
  await until(bound, { what: 'the claim is Bound' });
  const addressed = async () => (await cluster.client.get(refOf(ingress))).status?.loadBalancer?.ingress?.[0].ip;
  expect(await until(addressed, { what: 'the ingress has an address' })).toBe('192.0.2.10');
});

test('Pod Security refuses a privileged pod in a restricted namespace', async () => {
  const restricted = namespace('restricted');
  restricted.metadata.labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  await cluster.client.apply(restricted);
  const pod: KubeObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'privileged', namespace: 'restricted' },
    spec: { containers: [{ name: 'main', image: 'example.test/main:1.0.0', securityContext: { privileged: true } }] },
  };
  await expect(cluster.client.create(pod)).rejects.toThrow(/violates PodSecurity/);
});

describe('Argo CD on a private repository', () => {
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'smoke', name: 'greeting' };
  let clone: Checkout;
  let reader: GiteaUser;

  const manifest = (text: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: greeting\n  namespace: smoke\ndata:\n  text: ${text}\n`;

  const application = (name: string, path: string): KubeObject => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: argocd.namespace },
    spec: {
      project: 'default',
      source: { repoURL: gitea.repoUrl('acme', 'platform'), path, targetRevision: 'main' },
      destination: { server: 'https://kubernetes.default.svc', namespace: 'smoke' },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
  });

  beforeAll(async () => {
    reader = await gitea.createUser('reader');
    await gitea.createOrg('acme');
    const url = await gitea.createRepo('acme', 'platform');
    await gitea.grant('acme', reader, 'read');
    clone = await checkout(url, gitea.admin);
    await clone.push({ message: 'One', content: { 'greeting.yaml': manifest('one') }, into: 'apps/greeting' });
  });

  test('a reader cannot push', async () => {
    const readOnly = await checkout(gitea.repoUrl('acme', 'platform'), reader);
    await expect(readOnly.push({ message: 'No', content: { 'no.txt': 'no' } })).rejects.toThrow(/git push/);
  });

  test('the credential of the organisation opens it, and a commit arrives', async () => {
    await cluster.client.apply({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'acme',
        namespace: argocd.namespace,
        labels: { 'argocd.argoproj.io/secret-type': 'repo-creds' },
      },
      stringData: { type: 'git', url: `${gitea.url}/acme/`, username: reader.name, password: reader.password },
    });
    const started = Date.now();
    await cluster.client.apply(application('greeting', 'apps/greeting'));
    await argocd.waitFor('greeting');
    expect((await cluster.client.get(configMap)).data).toEqual({ text: 'one' });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    proved(AREA, 'Argo CD syncs an Application from a private Gitea repository', `${seconds} s`);
  });

  test('the next commit arrives after a refresh', async () => {
    const started = Date.now();
    const revision = await clone.push({
      message: 'Two',
      content: { 'greeting.yaml': manifest('two') },
      into: 'apps/greeting',
    });
    await argocd.refresh('greeting');
    await argocd.waitFor('greeting', { sync: 'Synced', health: 'Healthy', revision });
    expect((await cluster.client.get(configMap)).data).toEqual({ text: 'two' });
    proved(
      AREA,
      'The next commit reaches the cluster',
      `${((Date.now() - started) / 1000).toFixed(1)} s after the push`,
    );
  });

  test('a kustomize folder and a chart of the repository are rendered by the real programs', async () => {
    await clone.push({
      message: 'Three',
      content: {
        'kustomized/kustomization.yaml': 'namePrefix: kustomized-\nresources: [greeting.yaml]\n',
        'kustomized/greeting.yaml': manifest('three'),
        'chart/Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 1.0.0\n',
        'chart/templates/greeting.yaml': manifest('{{ .Release.Name }}').replace('greeting', 'charted-greeting'),
      },
    });
    for (const path of ['kustomized', 'chart']) await cluster.client.apply(application(path, path));
    for (const path of ['kustomized', 'chart']) await argocd.waitFor(path);
    const text = async (name: string) => (await cluster.client.get({ ...configMap, name })).data.text;
    expect([await text('kustomized-greeting'), await text('charted-greeting')]).toEqual(['three', 'chart']);
    proved(AREA, 'Argo CD renders a kustomize folder and a Helm chart with the pinned programs', '2 Applications');
  });
});

test('the API server comes back at the same address with the same state', async () => {
  await cluster.stopApiServer();
  await expect(cluster.client.get({ apiVersion: 'v1', kind: 'Namespace', name: 'smoke' })).rejects.toThrow();
  const seconds = await cluster.startApiServer();
  expect((await cluster.client.get({ apiVersion: 'v1', kind: 'Namespace', name: 'smoke' })).metadata.name).toBe(
    'smoke',
  );
  proved(AREA, 'kube-apiserver restarts with its state', `${seconds.toFixed(1)} s`);
});
