import type { Image } from '../model/image.ts';
import { ownLabels } from '../model/labels.ts';
import type { Environment, Platform } from '../model/platform.ts';
import { namespacesOf } from '../model/resolve.ts';
import type { Service } from '../model/service.ts';
import { type AutoscaleProps, type EnvironmentProps, hostsOf, settingsIn } from './environment-props.ts';
import { mainPortOf, portsOf } from './ports.ts';
import { releaseTag } from './releases.ts';
import { type Resources, resolveResources } from './resources.ts';
import { resolveVolumes, type Volume } from './volume.ts';
import type { WorkloadProps } from './workload-props.ts';

/** A workload in one environment, every default filled in. Lists are sorted, so the order of a definition never shows. */
export interface ResolvedWorkload {
  readonly name: string;
  readonly props: WorkloadProps;
  readonly platform: Platform;
  readonly service: Service;
  /** Undefined when the platform has no environments. */
  readonly environment?: Environment;
  /** Namespace that the pods run in. */
  readonly namespace: string;
  /** Namespace as the objects state it: none where kustomize adds it. */
  readonly statedNamespace?: string;
  /** Of all objects. */
  readonly labels: Readonly<Record<string, string>>;
  /** Of the pods that serve. Never changes: a Deployment's selector cannot. */
  readonly selector: Readonly<Record<string, string>>;
  /** By port name. */
  readonly ports: readonly (readonly [name: string, port: number])[];
  /** Name of the port that the host and the probes use. */
  readonly mainPort?: string;
  readonly hosts: readonly string[];
  readonly autoscale?: Required<AutoscaleProps>;
  /** Pods that there are at least. */
  readonly replicas: number;
  readonly resources: Resources;
  readonly env: readonly (readonly [name: string, value: string])[];
  /** By path. */
  readonly config: readonly (readonly [path: string, text: string])[];
  readonly volumes: readonly Volume[];
  readonly writable: readonly string[];
  readonly user: number;
  /** Reference of an image as a container states it. */
  readonly reference: (image: Image) => string;
  /** Reference with its tag, also where kustomize adds that. */
  readonly fullReference: (image: Image) => string;
}

/** User and group that no host user has: above 10,000, as CKV_K8S_40 and kube-score ask. */
const UNPRIVILEGED_USER = 10_001;

/** Fills in the defaults of a workload in an environment. The definition has been checked. */
export function resolveWorkload(
  props: WorkloadProps,
  service: Service,
  platform: Platform,
  environment?: Environment,
): ResolvedWorkload {
  const settings = settingsIn(props, environment && props.environments?.[environment.name]);
  const [namespace = service.namespace] = namespacesOf(service, environment ? [environment] : []);
  const selector = { 'app.kubernetes.io/instance': service.name, 'app.kubernetes.io/name': service.name };
  const ports = sortedEntries(portsOf(props));
  const mainPort = mainPortOf(props);
  const volumes = resolveVolumes(props.volumes);
  const fullReference = (image: Image) => withTag(image, () => releaseTag(service, platform, environment?.name));
  return {
    name: service.name,
    props,
    platform,
    service,
    ...(environment ? { environment } : { statedNamespace: namespace }),
    namespace,
    labels: { ...ownLabels(platform), ...selector },
    selector,
    ports,
    ...(mainPort !== undefined && { mainPort }),
    hosts: hostsOf(settings),
    ...autoscaleOf(settings),
    replicas: settings.autoscale?.min ?? settings.replicas ?? defaultReplicas(volumes),
    resources: resolveResources(settings.resources),
    env: sortedEntries(settings.env),
    config: sortedEntries(settings.config),
    volumes,
    writable: [...(props.writable ?? ['/tmp'])].sort(),
    user: props.runAsUser ?? UNPRIVILEGED_USER,
    fullReference,
    // In overlays the tag is kustomize's `images:`, so that what is deployed stands in one place.
    reference: environment ? (image) => (image.own ? image.repository : fullReference(image)) : fullReference,
  };
}

/** A volume that one node can mount allows for one pod only. */
export function defaultReplicas(volumes: readonly Volume[]): number {
  return volumes.some(({ exclusive }) => exclusive) ? 1 : 2;
}

function autoscaleOf({ autoscale }: EnvironmentProps): { autoscale?: Required<AutoscaleProps> } {
  return autoscale ? { autoscale: { cpuPercent: 80, ...autoscale } } : {};
}

function withTag(image: Image, ownTag: () => string): string {
  if (image.own) return `${image.repository}:${ownTag()}`;
  return `${image.repository}${image.tag && `:${image.tag}`}${image.digest && `@${image.digest}`}`;
}

function sortedEntries<T>(map: Readonly<Record<string, T>> | undefined): (readonly [string, T])[] {
  return Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
