import type { Delivery } from '../constructs/delivery/delivery.ts';
import type { Output } from '../constructs/files/output.ts';
import { readPin } from '../constructs/model/pin.ts';
import type { Cluster, Platform } from '../constructs/model/platform.ts';
import type { Service } from '../constructs/model/service.ts';

/** The services of a cluster, each rendered below `apps/<service>/` and delivered once, or once for each environment. */
export function services(output: Output, platform: Platform, cluster: Cluster): readonly Delivery[] {
  return platform.services
    .filter((service) => service.cluster === cluster.name)
    .flatMap((service) => deliveries(output, platform, cluster, service));
}

function deliveries(output: Output, platform: Platform, cluster: Cluster, service: Service): Delivery[] {
  const copies = service.source.render(output, `apps/${service.name}`, service, platform);
  const pin = platform.engine.orderedUpdates ? readPin(platform, service.name) : undefined;
  return copies.map((copy) => ({
    name: copy.follows ? `${service.name}-config` : nameOf(service.name, copy.environment),
    service: service.name,
    cluster,
    namespace: copy.namespace,
    namespaces: [copy.namespace],
    team: service.team,
    wave: service.wave + (copy.follows ? 1 : 0),
    dependsOn: copy.follows
      ? [service.name]
      : service.dependsOn.flatMap((dependency) => namesOf(platform, dependency, copy.environment)),
    sources: copy.sources,
    ...(pin !== undefined && { pin }),
    prune: service.prune,
    clusterResources: service.clusterResources,
    ignoreDifferences: service.ignoreDifferences,
  }));
}

/** Of a dependency with environments, only the copy of the same one counts; one without has a single copy. */
function namesOf(platform: Platform, dependency: string, environment: string | undefined): string[] {
  const service = platform.services.find(({ name }) => name === dependency);
  if (!service?.source.perEnvironment || platform.environments.length === 0) return [dependency];
  const environments = environment === undefined ? platform.environments.map(({ name }) => name) : [environment];
  return environments.map((name) => nameOf(dependency, name));
}

function nameOf(service: string, environment: string | undefined): string {
  return environment === undefined ? service : `${service}-${environment}`;
}
