import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { Output } from '../../constructs/files/output.ts';
import { upstreamImage } from '../../constructs/model/image.ts';
import { workload } from '../../constructs/workload/workload.ts';
import type { WorkloadProps } from '../../constructs/workload/workload-props.ts';
import { findIssues, renderServices, type SampleOptions, samplePlatform } from './sample-platform.ts';
import { flatSamples, renderSamples } from './samples.ts';
import { image, own } from './workload-cases.ts';

type Plain = Record<string, unknown>;

/** The objects of one workload, "shop", by kind. A later one of a kind wins. */
function render(props: WorkloadProps, options: SampleOptions = {}) {
  const platform = samplePlatform({ shop: { source: workload(props) } }, options);
  const objects = [...renderServices(platform).entries()].map(
    ([, text]) => parseAllDocuments(text)[0]?.toJS() as Plain,
  );
  return Object.fromEntries(objects.map((object) => [object.kind, object])) as Record<string, Plain | undefined>;
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, key) => (found as Plain | undefined)?.[key], value);
}

const ingress = { className: 'traefik', namespace: 'traefik' };

test('workload() needs no more than an image for a hardened worker', () => {
  const objects = render({ image });
  expect(Object.keys(objects).sort()).toEqual(['Deployment', 'NetworkPolicy', 'PodDisruptionBudget', 'ServiceAccount']);
  const pod = at(objects.Deployment, 'spec.template.spec');
  expect(pod).toMatchObject({
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    serviceAccountName: 'shop',
    securityContext: { runAsNonRoot: true, runAsUser: 10_001, seccompProfile: { type: 'RuntimeDefault' } },
  });
  expect(at(pod, 'containers.0')).toMatchObject({
    image: 'ghcr.io/acme/tool:1.2.3',
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
  });
  expect(at(pod, 'containers.0.readinessProbe')).toBeUndefined();
});

test('workload() names and selects everything after the service', () => {
  const objects = render({ image, port: 8080, host: 'shop.acme.example', ingress, config: { '/etc/a': 'b' } });
  for (const object of Object.values(objects)) expect(at(object, 'metadata.name')).toBe('shop');
  const selector = { 'app.kubernetes.io/instance': 'shop', 'app.kubernetes.io/name': 'shop' };
  expect(at(objects.Deployment, 'spec.selector')).toEqual({ matchLabels: selector });
  expect(at(objects.Service, 'spec.selector')).toEqual(selector);
  expect(at(objects.PodDisruptionBudget, 'spec.selector')).toEqual({ matchLabels: selector });
  expect(at(objects.Deployment, 'metadata.labels')).toEqual({
    ...selector,
    'app.kubernetes.io/managed-by': 'fairlead',
    'app.kubernetes.io/part-of': 'acme',
  });
});

test('workload() asks a port for readiness by HTTP, and for life by TCP', () => {
  const container = at(render({ image, port: 8080 }).Deployment, 'spec.template.spec.containers.0');
  expect(at(container, 'readinessProbe.httpGet')).toEqual({ path: '/healthz', port: 'http' });
  expect(at(container, 'livenessProbe.tcpSocket')).toEqual({ port: 'http' });
  expect(at(container, 'startupProbe')).toMatchObject({
    tcpSocket: { port: 'http' },
    failureThreshold: 60,
    periodSeconds: 5,
  });
});

test('workload() lets only the ingress controller in, and only DNS out', () => {
  const policy = render({
    image,
    ports: { http: 8080, metrics: 9090 },
    host: 'shop.acme.example',
    ingress,
  }).NetworkPolicy;
  const namespace = (name: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } });
  expect(at(policy, 'spec')).toEqual({
    podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'shop' } },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [{ namespaceSelector: namespace('traefik') }], ports: [{ port: 8080, protocol: 'TCP' }] }],
    egress: [
      {
        to: [{ namespaceSelector: namespace('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
        ports: [
          { port: 53, protocol: 'TCP' },
          { port: 53, protocol: 'UDP' },
        ],
      },
    ],
  });
});

test('workload() lets nothing in when it has neither a host nor peers', () => {
  expect(at(render({ image, port: 8080 }).NetworkPolicy, 'spec.ingress')).toEqual([]);
});

test('workload() leaves the number of pods out when it is autoscaled', () => {
  const objects = render({ image, autoscale: { min: 2, max: 4 } });
  expect(objects.Deployment?.spec).not.toHaveProperty('replicas');
  expect(at(objects.HorizontalPodAutoscaler, 'spec')).toMatchObject({ minReplicas: 2, maxReplicas: 4 });
  expect(at(objects.PodDisruptionBudget, 'spec')).toMatchObject({
    maxUnavailable: 1,
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
  });
});

test('workload() has no budget and no spread for one pod', () => {
  const objects = render({ image, replicas: 1 });
  expect(objects.PodDisruptionBudget).toBeUndefined();
  expect(at(objects.Deployment, 'spec.template.spec.affinity')).toBeUndefined();
});

test('workload() guards its storage, and never runs two pods on it', () => {
  const objects = render({ image, volumes: { config: { size: '5Gi', mountPath: '/config' } } });
  expect(at(objects.PersistentVolumeClaim, 'metadata')).toMatchObject({
    name: 'shop-config',
    annotations: { 'engine.example/prune': 'false' },
  });
  expect(at(objects.Deployment, 'spec')).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
});

test('workload() mounts an existing claim without making one, and rolls over', () => {
  const objects = render({ image, volumes: { media: { claim: 'media', mountPath: '/media', readOnly: true } } });
  expect(objects.PersistentVolumeClaim).toBeUndefined();
  expect(at(objects.Deployment, 'spec.strategy.type')).toBe('RollingUpdate');
  expect(at(objects.Deployment, 'spec.template.spec.containers.0.volumeMounts')).toContainEqual({
    mountPath: '/media',
    name: 'volume-media',
    readOnly: true,
  });
});

test('workload() replaces the pods when the configuration changes, and not otherwise', () => {
  const hash = (text: string, extra: Partial<WorkloadProps> = {}) =>
    at(render({ image, config: { '/etc/a': text }, ...extra }).Deployment, 'spec.template.metadata.annotations');
  expect(hash('a')).toEqual(hash('a', { replicas: 5 }));
  expect(hash('a')).not.toEqual(hash('b'));
});

test('workload() gives files of the same last name different keys', () => {
  const config = { '/a/app.yaml': '1', '/b/app.yaml': '2', '/a.b/c': '3', '/a/b/c': '4', '/a/b.c': '5', '/ü/x y': '6' };
  const objects = render({ image, config });
  const data = at(objects.ConfigMap, 'data') as Record<string, string>;
  expect(Object.values(data).sort()).toEqual(['1', '2', '3', '4', '5', '6']);
  for (const key of Object.keys(data)) expect(key).toMatch(/^[-._a-zA-Z0-9]{1,253}$/);
  const mounts = at(objects.Deployment, 'spec.template.spec.containers.0.volumeMounts') as {
    mountPath: string;
    subPath?: string;
  }[];
  for (const { mountPath, subPath } of mounts) if (subPath) expect(data[subPath]).toBe(Reflect.get(config, mountPath));
});

test('workload() never sets a limit below a request that is given, nor a request above a limit', () => {
  const resources = (given: WorkloadProps['resources']) =>
    at(render({ image, resources: given ?? {} }).Deployment, 'spec.template.spec.containers.0.resources') as Plain;
  expect(resources({ requests: { memory: '2Gi' } })).toMatchObject({ limits: { memory: '2Gi' } });
  expect(resources({ limits: { memory: '64Mi' } })).toMatchObject({ requests: { memory: '64Mi' } });
});

test('workload() gives a one-shot job another name when its image or configuration changes', () => {
  const jobs = { migrate: { args: ['migrate'] } };
  const name = (props: Partial<WorkloadProps>, tag = 'sha-7d8708b') =>
    String(
      at(render({ image: own, jobs, ...props }, { releases: { 'shop.yaml': `tag: "${tag}"` } }).Job, 'metadata.name'),
    );
  expect(name({})).toMatch(/^shop-migrate-[0-9a-f]{8}$/);
  expect(new Set([name({}), name({ replicas: 5 })]).size).toBe(1);
  expect(
    new Set([
      name({}),
      name({}, 'sha-0123456'),
      name({ env: { A: 'b' } }),
      name({ jobs: { migrate: { args: ['up'] } } }),
    ]).size,
  ).toBe(4);
});

test('workload() keeps the pods of its tasks away from its Service, and under its network policy', () => {
  const objects = render({ image, port: 8080, cron: { clean: { schedule: '@daily' } } });
  const labels = at(objects.CronJob, 'spec.jobTemplate.spec.template.metadata.labels');
  expect(labels).toMatchObject({ 'app.kubernetes.io/instance': 'shop', 'app.kubernetes.io/name': 'shop-clean' });
  expect(at(objects.CronJob, 'spec')).toMatchObject({
    timeZone: 'Etc/UTC',
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 300,
  });
});

test('workload() keeps a tag of digits only as text', () => {
  const { Deployment } = render({ image: own }, { releases: { 'shop.yaml': 'tag: "0123456"' } });
  expect(at(Deployment, 'spec.template.spec.containers.0.image')).toBe('ghcr.io/acme/shop:0123456');
});

test('workload() names one delivery for each environment, in its own namespace', () => {
  const options: SampleOptions = {
    environments: ['dev', 'prod'],
    releases: { 'shop.yaml': 'dev: "0123456"\nprod: "12e4567"' },
  };
  const platform = samplePlatform({ shop: { source: workload({ image: own }) } }, options);
  const [service] = platform.services;
  const output = new Output();
  expect(service?.source.render(output, 'apps/shop', service, platform)).toEqual([
    { environment: 'dev', namespace: 'shop-dev', sources: [{ kind: 'folder', folder: 'apps/shop/overlays/dev' }] },
    { environment: 'prod', namespace: 'shop-prod', sources: [{ kind: 'folder', folder: 'apps/shop/overlays/prod' }] },
  ]);
  const { tree } = output.render();
  expect(tree.get('apps/shop/overlays/prod/kustomization.yaml')).toContain('newTag: "12e4567"');
  expect(tree.get('apps/shop/base/deployment.shop.yaml')).toContain('image: ghcr.io/acme/shop\n');
});

test('workload() names one delivery, of its folder, without environments', () => {
  const platform = samplePlatform({ shop: { source: workload({ image }), namespace: 'web' } });
  const [service] = platform.services;
  expect(service?.source.render(new Output(), 'apps/shop', service, platform)).toEqual([
    { namespace: 'web', sources: [{ kind: 'folder', folder: 'apps/shop' }] },
  ]);
});

test('workload() renders the same bytes whatever the order of its options', () => {
  const reversed = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, reversed(item)]),
    );
  };
  const options: SampleOptions = { secrets: ['shop/s', 'shop/pull'] };
  const tree = (props: WorkloadProps) => [
    ...renderServices(samplePlatform({ shop: { source: workload(props) } }, options)).entries(),
  ];
  const { environments: _, ...props } = everything;
  expect(tree(reversed(props) as WorkloadProps)).toEqual(tree(props));
});

test('renderSamples() gives the same bytes each time', () => {
  const bytes = () => JSON.stringify(renderSamples().map(([folder, tree]) => [folder, [...tree.entries()]]));
  expect(bytes()).toBe(bytes());
});

test('workload() lists its hosts and images, and whether it keeps data', () => {
  const { source } = flatSamples().services.find(({ name }) => name === 'sonarr') ?? {};
  const platform = flatSamples();
  const [service] = platform.services;
  expect(source).toMatchObject({
    stateful: true,
    perEnvironment: true,
    guarded: true,
    summary: 'lscr.io/linuxserver/sonarr on port 8989',
  });
  expect(source?.images.map(({ path }) => path)).toEqual(['image']);
  expect(service && source?.hosts(service, platform)).toEqual(['sonarr.acme.example']);
});

/** Every option of a workload, so that a new one is not forgotten here. */
const everything: Required<Omit<WorkloadProps, 'port' | 'gateway' | 'replicas'>> = {
  image,
  ports: { http: 8080, metrics: 9090 },
  host: ['shop.acme.example', 'www.acme.example'],
  ingress: { ...ingress, tls: { secretName: 'web', clusterIssuer: 'letsencrypt' }, annotations: { a: 'b' } },
  autoscale: { min: 2, max: 5, cpuPercent: 60 },
  resources: {
    requests: { cpu: '100m', memory: '1Gi', 'ephemeral-storage': '1Gi' },
    limits: { cpu: '2', memory: '2Gi', 'ephemeral-storage': '2Gi' },
  },
  probes: {
    readiness: { path: '/ready', port: 'metrics', periodSeconds: 2, timeoutSeconds: 1, failureThreshold: 1 },
    liveness: { command: ['/bin/alive'] },
    startup: { tcp: true },
  },
  command: ['/bin/shop'],
  args: ['serve'],
  env: { B: '2', A: '1' },
  config: { '/etc/shop/b': 'b', '/etc/shop/a': 'a' },
  secrets: { TOKEN: { secret: 's', key: 'k' }, '/run/secrets/key': { secret: 's', key: 'k' } },
  volumes: {
    data: { mountPath: '/data', size: '1Gi', storageClass: 'fast', accessModes: ['ReadWriteMany'], readOnly: false },
  },
  writable: ['/tmp', '/var/cache'],
  readOnlyRootFilesystem: false,
  runAsUser: 20_000,
  imagePullPolicy: 'IfNotPresent',
  pullSecret: 'pull',
  allowFrom: ['shop', { namespace: 'traefik', ports: [9090] }],
  allowTo: [
    'shop',
    { namespace: 'kube-system' },
    { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'], ports: [443], reason: 'x' },
  ],
  cron: {
    clean: {
      schedule: '@daily',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Replace',
      command: ['/bin/clean'],
      args: ['all'],
      image: upstreamImage('ghcr.io/acme/clean:1.0.0'),
      timeoutSeconds: 60,
      retries: 0,
      resources: { requests: { cpu: '1' } },
    },
  },
  jobs: { migrate: {} },
  environments: {},
};

test('workload() with every option renders what each of them says', () => {
  const platform = samplePlatform({ shop: { source: workload(everything) } }, { secrets: ['shop/s', 'shop/pull'] });
  expect(findIssues(platform)).toEqual([]);
  const objects = render(everything, { secrets: ['shop/s', 'shop/pull'] });
  expect(objects.Deployment?.spec).toMatchSnapshot('Deployment');
  expect(objects.Ingress).toMatchSnapshot('Ingress');
  expect(objects.NetworkPolicy?.spec).toMatchSnapshot('NetworkPolicy');
  expect(objects.CronJob?.spec).toMatchSnapshot('CronJob');
  expect(objects.PersistentVolumeClaim?.spec).toMatchSnapshot('PersistentVolumeClaim');
  expect(objects.HorizontalPodAutoscaler?.spec).toMatchSnapshot('HorizontalPodAutoscaler');
});
