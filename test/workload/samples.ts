import type { FileTree } from '../../constructs/files/file-tree.ts';
import { ownImage, upstreamImage } from '../../constructs/model/image.ts';
import type { Platform } from '../../constructs/model/platform.ts';
import type { IngressProps } from '../../constructs/workload/ingress-props.ts';
import { workload } from '../../constructs/workload/workload.ts';
import { renderServices, type SampleOptions, samplePlatform } from './sample-platform.ts';

const ingress: IngressProps = { className: 'traefik', namespace: 'traefik', tls: { clusterIssuer: 'letsencrypt' } };
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

const services = {
  /** Everything that a web service can have. */
  shop: {
    source: workload({
      image: ownImage('ghcr.io/acme/shop'),
      ports: { http: 8080, metrics: 9090 },
      ingress,
      probes: { readiness: { path: '/ready' } },
      replicas: 2,
      env: { LOG_FORMAT: 'json', PORT: '8080' },
      config: { '/etc/shop/shop.yaml': 'currency: EUR\n' },
      secrets: { '/etc/shop/database-url': { secret: 'shop', key: 'database-url' } },
      pullSecret: 'registry',
      allowFrom: ['mailer', { namespace: 'monitoring', ports: [9090] }],
      allowTo: ['blog', { cidr: '10.20.0.0/16', ports: [5432] }],
      cron: { cleanup: { schedule: '30 4 * * *', args: ['cleanup'], timeZone: 'Europe/Berlin' } },
      jobs: { migrate: { args: ['migrate'] } },
      environments: {
        dev: { host: 'shop-dev.acme.example', replicas: 1, env: { LOG_LEVEL: 'debug' } },
        prod: {
          host: 'shop.acme.example',
          autoscale: { min: 3, max: 9 },
          resources: { requests: { cpu: '250m' } },
          config: { '/etc/shop/shop.yaml': 'currency: EUR\nstrict: true\n' },
        },
      },
    }),
  },
  /** Served by a Gateway. */
  blog: {
    source: workload({
      image: upstreamImage(`docker.io/library/caddy:2.10.0@${DIGEST}`),
      port: 8080,
      gateway: { name: 'public', namespace: 'traefik', sectionName: 'https' },
      allowFrom: ['shop'],
      environments: { dev: { host: 'blog-dev.acme.example' }, prod: { host: 'blog.acme.example' } },
    }),
  },
  /** Nobody connects to it. */
  mailer: {
    source: workload({
      image: ownImage('ghcr.io/acme/mailer'),
      probes: {
        readiness: { command: ['/mailer', 'ready'] },
        liveness: { command: ['/mailer', 'alive'] },
      },
      allowTo: ['shop'],
    }),
  },
};

const sonarr = {
  source: workload({
    image: upstreamImage(`lscr.io/linuxserver/sonarr:4.0.15@${DIGEST}`),
    port: 8989,
    host: 'sonarr.acme.example',
    ingress,
    probes: { readiness: { path: '/ping' } },
    writable: ['/run', '/tmp'],
    volumes: { config: { size: '5Gi', storageClass: 'longhorn', mountPath: '/config' } },
    allowTo: [
      { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'], ports: [443], reason: 'Asks indexers, whose addresses change' },
    ],
  }),
};

const common: SampleOptions = { platform: { namespaces: { monitoring: {}, traefik: {} } } };

/** Services as a platform without environments has them; with hosts, since there is nothing to tell them apart by. */
export function flatSamples(): Platform {
  const { shop, ...rest } = services;
  const { environments: _, ...props } = shop.source.workload ?? { image: ownImage('') };
  const { environments: __, ...blog } = rest.blog.source.workload ?? { image: ownImage('') };
  return samplePlatform(
    {
      ...rest,
      blog: { source: workload({ ...blog, host: 'blog.acme.example' }) },
      shop: { source: workload({ ...props, host: 'shop.acme.example' }) },
      sonarr,
    },
    {
      ...common,
      releases: { 'shop.yaml': 'tag: "sha-7d8708b"\n', 'mailer.yaml': 'tag: "sha-0123456"\n' },
      secrets: ['shop/shop', 'shop/registry'],
    },
  );
}

/** The same with two environments, rendered as kustomize overlays. */
export function overlaySamples(): Platform {
  return samplePlatform(services, {
    ...common,
    environments: ['dev', 'prod'],
    releases: {
      'shop.yaml': 'dev: "sha-7d8708b"\nprod: "sha-12e4567"\n',
      'mailer.yaml': 'dev: "sha-0123456"\nprod: "sha-0123456"\n',
    },
    secrets: ['shop-dev/shop', 'shop-dev/registry', 'shop-prod/shop', 'shop-prod/registry'],
  });
}

/** Samples of everything that workloads render, for linters and schemas: objects as they are under `flat/`, overlays under `environments/`. */
export function renderSamples(): readonly (readonly [folder: string, tree: FileTree])[] {
  return [
    ['flat', renderServices(flatSamples())],
    ['environments', renderServices(overlaySamples())],
  ];
}
