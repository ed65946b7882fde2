import type { Platform } from '../model/platform.ts';
import { namespacesOf } from '../model/resolve.ts';
import type { Service } from '../model/service.ts';
import { portsOf } from './ports.ts';
import { workloadOf } from './workload-source.ts';

/** What other parts of a platform offer to a workload, by name: looking each up in a list would take a square of the services. */
export interface PlatformIndex {
  readonly services: ReadonlyMap<string, Service>;
  /** Services that Fairlead renders. */
  readonly workloads: ReadonlyMap<string, PeerWorkload>;
  /** `namespace/name` of the Secrets that the platform brings. */
  readonly secrets: ReadonlySet<string>;
  /** Namespaces of the platform, of its engine, and those that every cluster has. */
  readonly namespaces: ReadonlySet<string>;
}

/** What a workload's peers need to know of it. */
export interface PeerWorkload {
  readonly ports: readonly number[];
  /** Services that it lets in. */
  readonly allowFrom: ReadonlySet<string>;
  /** Services that it connects to. */
  readonly allowTo: ReadonlySet<string>;
}

const indexes = new WeakMap<Platform, PlatformIndex>();

/** The index of a platform, made once. */
export function platformIndex(platform: Platform): PlatformIndex {
  const known = indexes.get(platform);
  if (known) return known;
  const index = makeIndex(platform);
  indexes.set(platform, index);
  return index;
}

function makeIndex(platform: Platform): PlatformIndex {
  const workloads = new Map<string, PeerWorkload>();
  for (const { name, source } of platform.services) {
    const props = workloadOf(source);
    if (!props) continue;
    workloads.set(name, {
      ports: Object.values(portsOf(props)),
      allowFrom: new Set(props.allowFrom?.filter((peer) => typeof peer === 'string')),
      allowTo: new Set(props.allowTo?.filter((peer) => typeof peer === 'string')),
    });
  }
  return {
    services: new Map(platform.services.map((service) => [service.name, service])),
    workloads,
    secrets: new Set(platform.secrets.provides(platform)),
    namespaces: new Set([
      ...platform.namespaces.map(({ name }) => name),
      ...platform.services.flatMap((service) => namespacesOf(service, platform.environments)),
      platform.engine.namespace,
      ...['default', 'kube-node-lease', 'kube-public', 'kube-system'],
    ]),
  };
}
