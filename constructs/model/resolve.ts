import { tagFormats } from './image.ts';
import { ConfigError } from './issue.ts';
import type { Cluster, Environment, Inputs, Namespace, Platform, PlatformProps, Team } from './platform.ts';
import { platformShape } from './platform-shape.ts';
import type { Service, ServiceProps } from './service.ts';
import { shapeIssues } from './shape.ts';
import { resolveWaves } from './wave.ts';

/**
 * Fills in every default. What the definition says is kept even where it is wrong: rules look at the result and explain.
 * Throws a `ConfigError` when the definition has not the shape of a platform, since then nothing can be said about its meaning.
 */
export function resolve(props: PlatformProps, inputs: Inputs = noInputs): Platform {
  const issues = shapeIssues(platformShape, props, '');
  // Unknown fields are a slip beside a definition that can be read: the rules add what they find in it.
  if (issues.some(({ code }) => code !== 'FL1001')) throw new ConfigError(issues);
  return { ...build(props, inputs), shapeIssues: issues };
}

/** A definition with no files beside it. */
export const noInputs: Inputs = { releases: new Map(), pins: new Map(), secrets: new Map() };

function build(props: PlatformProps, inputs: Inputs): Omit<Platform, 'shapeIssues'> {
  const clusters = byName(
    props.clusters ?? { [props.name]: {} },
    ([name, { server }]): Cluster => ({
      name,
      server: server ?? 'https://kubernetes.default.svc',
    }),
  );
  const teams = byName(
    props.teams ?? { [props.name]: {} },
    ([name, { groups, description }]): Team => ({
      name,
      groups: [...(groups ?? [])].sort(),
      description: description ?? '',
    }),
  );
  const only = {
    team: teams.length === 1 ? (teams[0]?.name ?? '') : '',
    cluster: clusters.length === 1 ? (clusters[0]?.name ?? '') : '',
  };
  const waves = resolveWaves(props.services);
  const services = byName(props.services, ([name, service]) => toService(name, service, only, waves.get(name) ?? 0));
  const environments = (props.environments ?? []).map((name): Environment => ({ name }));
  return {
    name: props.name,
    description: props.description ?? '',
    domain: props.domain,
    repository: {
      url: props.repository.url,
      revision: props.repository.revision ?? 'main',
      path: props.repository.path ?? `dist/${props.name}`,
    },
    forge: props.forge,
    engine: props.engine,
    secrets: props.secrets,
    clusters,
    environments,
    teams,
    namespaces: toNamespaces(props, services, environments, only),
    services,
    waves: new Map(Object.entries(props.waves ?? {}).map(([wave, reason]) => [Number(wave), reason])),
    access: byName(props.access ?? {}, ([name, account]) => ({
      name,
      namespace: account.namespace,
      reads: [...new Set(account.reads)].sort(),
      writes: [...new Set(account.writes)].sort(),
      tokenMinutes: account.tokenMinutes ?? 60,
    })),
    tags: props.tags ?? tagFormats.shortSha,
    registries: [...(props.registries ?? [])].sort(),
    tombstones: [...(props.tombstones ?? [])].sort(),
    customize: props.customize ?? (() => {}),
    inputs,
  };
}

function toService(name: string, props: ServiceProps, only: { team: string; cluster: string }, wave: number): Service {
  return {
    name,
    source: props.source,
    namespace: props.namespace ?? name,
    team: props.team ?? only.team,
    cluster: props.cluster ?? only.cluster,
    wave,
    waveGiven: props.wave !== undefined,
    dependsOn: [...new Set(props.dependsOn)].sort(),
    hosts: [...(props.hosts ?? [])].sort(),
    clusterResources: props.clusterResources ?? [],
    podSecurity: props.podSecurity ?? 'restricted',
    ignoreDifferences: props.ignoreDifferences ?? [],
    prune: props.prune ?? true,
    stateful: props.stateful ?? props.source.stateful,
    description: props.description ?? '',
  };
}

/** Namespaces of the services, one per environment where the source has several, and those that the definition adds. */
function toNamespaces(
  props: PlatformProps,
  services: readonly Service[],
  environments: readonly Environment[],
  only: { team: string; cluster: string },
): Namespace[] {
  const found = new Map<string, Namespace>();
  for (const service of services) {
    for (const name of namespacesOf(service, environments)) {
      const { cluster, team, podSecurity } = service;
      found.set(name, found.get(name) ?? { name, cluster, team, podSecurity, labels: {} });
    }
  }
  for (const [name, given] of Object.entries(props.namespaces ?? {})) {
    const base = found.get(name);
    found.set(name, {
      name,
      cluster: given.cluster ?? base?.cluster ?? only.cluster,
      team: given.team ?? base?.team ?? only.team,
      podSecurity: given.podSecurity ?? base?.podSecurity ?? 'restricted',
      labels: given.labels ?? {},
    });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where a service runs: its namespace, or `<namespace>-<environment>` for each environment. */
export function namespacesOf(service: Service, environments: readonly Environment[]): readonly string[] {
  if (!service.source.perEnvironment || environments.length === 0) return [service.namespace];
  return environments.map(({ name }) => `${service.namespace}-${name}`);
}

function byName<In, Out>(map: Readonly<Record<string, In>>, make: (entry: [string, In]) => Out): Out[] {
  return Object.entries(map)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(make);
}
