/** What may differ from one environment to another. Given for a workload, it holds in all of them. */
export interface EnvironmentProps {
  /** Host names that it serves, through `ingress` or `gateway`. @default none */
  readonly host?: string | readonly string[];
  /** Number of pods. @default 2, or 1 where a volume can be mounted by one node only */
  readonly replicas?: number;
  /** Lets the cluster choose the number of pods, instead of `replicas`. */
  readonly autoscale?: AutoscaleProps;
  /**
   * What a pod asks for and may use at most, as Kubernetes quantities.
   * @default requests of 50m CPU, 128Mi memory and 64Mi disk; limits of 1 CPU, 256Mi and 1Gi, or the request where that is more
   */
  readonly resources?: ResourcesProps;
  /** Environment variables that are no secrets. An environment adds to those of the workload. */
  readonly env?: Readonly<Record<string, string>>;
  /** Configuration files, by absolute path. Pods are replaced when one changes. An environment adds to those of the workload. */
  readonly config?: Readonly<Record<string, string>>;
}

/** A HorizontalPodAutoscaler on CPU use. */
export interface AutoscaleProps {
  readonly min: number;
  readonly max: number;
  /** Share of the CPU request, in percent, that pods are kept at. @default 80 */
  readonly cpuPercent?: number;
}

/** Requests and limits, by Kubernetes' names of the resources. */
export interface ResourcesProps {
  readonly requests?: ResourceList;
  readonly limits?: ResourceList;
}

/** Quantities such as `250m` and `1.5Gi`. */
export interface ResourceList {
  /** Cores. */
  readonly cpu?: string;
  /** Bytes. */
  readonly memory?: string;
  /** Bytes of logs and of what is written outside of volumes. */
  readonly 'ephemeral-storage'?: string;
}

/** The names of `ResourceList`. */
export const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'] as const;

/** Settings of a workload in one environment: those of the environment before those of the workload. */
export function settingsIn(common: EnvironmentProps, own: EnvironmentProps | undefined): EnvironmentProps {
  if (own === undefined) return common;
  // Whoever fixes the number of pods in an environment means instead of the autoscaler, and the other way round.
  const scale = own.replicas !== undefined || own.autoscale !== undefined ? own : common;
  return {
    host: own.host ?? common.host,
    replicas: scale.replicas,
    autoscale: scale.autoscale,
    resources: {
      requests: { ...common.resources?.requests, ...own.resources?.requests },
      limits: { ...common.resources?.limits, ...own.resources?.limits },
    },
    env: { ...common.env, ...own.env },
    config: { ...common.config, ...own.config },
  };
}

/** Hosts, whichever way they were written. */
export function hostsOf({ host }: Pick<EnvironmentProps, 'host'>): readonly string[] {
  if (host === undefined) return [];
  return typeof host === 'string' ? [host] : [...host].sort();
}
