import { z } from 'zod';
import { mapOf, objectFrom, shapeOf } from './shape.ts';
import type { Source } from './source.ts';

/** One thing that the engine keeps in sync, as written. Its key in `services` is its name. */
export interface ServiceProps {
  /** Where its manifests come from: `workload({...})`, `helm({...})`, `gitPath({...})` or `manifests({...})`. */
  readonly source: Source;
  /** @default the service's name */
  readonly namespace?: string;
  /** Team that owns it, a key of `teams`. @default the only team */
  readonly team?: string;
  /** Cluster it runs in, a key of `clusters`. @default the only cluster */
  readonly cluster?: string;
  /** Services with a lower wave are Healthy before this one starts. @default one above its dependencies, at least 10 */
  readonly wave?: number;
  /** Services that must be Healthy first. */
  readonly dependsOn?: readonly string[];
  /** Hosts that its manifests serve, where Fairlead does not render them. Checked for collisions. */
  readonly hosts?: readonly string[];
  /** Cluster-scoped kinds that it may bring, such as `{ group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' }`. */
  readonly clusterResources?: readonly ClusterResource[];
  /** Pod Security level of its namespace. @default 'restricted' */
  readonly podSecurity?: PodSecurity;
  /** Fields that something in the cluster changes, by kind: the engine leaves them alone. */
  readonly ignoreDifferences?: readonly IgnoredDifference[];
  /** Whether the engine deletes what left the manifests. @default true */
  readonly prune?: boolean;
  /** Whether it keeps data, where the source cannot tell: then its removal needs a tombstone. @default what the source says */
  readonly stateful?: boolean;
  /** One line for the README. */
  readonly description?: string;
}

/** Kubernetes' Pod Security Standards, from strict to none. */
export type PodSecurity = 'restricted' | 'baseline' | 'privileged';

/** A cluster-scoped kind. The core group is the empty text. */
export interface ClusterResource {
  readonly group: string;
  readonly kind: string;
}

/** Fields of a kind that are not compared, as JSON pointers (RFC 6901). */
export interface IgnoredDifference {
  readonly group: string;
  readonly kind: string;
  readonly jsonPointers: readonly string[];
}

/** A service with every default filled in. */
export interface Service {
  readonly name: string;
  readonly source: Source;
  readonly namespace: string;
  readonly team: string;
  readonly cluster: string;
  readonly wave: number;
  /** Whether the definition gave the wave, rather than the defaults. */
  readonly waveGiven: boolean;
  readonly dependsOn: readonly string[];
  readonly hosts: readonly string[];
  readonly clusterResources: readonly ClusterResource[];
  readonly podSecurity: PodSecurity;
  readonly ignoreDifferences: readonly IgnoredDifference[];
  readonly prune: boolean;
  readonly stateful: boolean;
  readonly description: string;
}

/** What an entry of `clusterResources` may look like. */
export const clusterResourceShape = shapeOf<ClusterResource>()({ group: z.string(), kind: z.string() });

/** What `services.<name>` may look like. */
export const serviceShape = shapeOf<ServiceProps>()({
  source: objectFrom<Source>('workload({...}), helm({...}), gitPath({...}) or manifests({...})', 'check', 'render'),
  namespace: z.string().optional(),
  team: z.string().optional(),
  cluster: z.string().optional(),
  wave: z.number().optional(),
  dependsOn: z.array(z.string()).optional(),
  hosts: z.array(z.string()).optional(),
  clusterResources: z.array(clusterResourceShape).optional(),
  podSecurity: z.enum(['restricted', 'baseline', 'privileged']).optional(),
  ignoreDifferences: z
    .array(shapeOf<IgnoredDifference>()({ group: z.string(), kind: z.string(), jsonPointers: z.array(z.string()) }))
    .optional(),
  prune: z.boolean().optional(),
  stateful: z.boolean().optional(),
  description: z.string().optional(),
});

/** What `services` may look like. */
export const servicesShape = mapOf<ServiceProps>(serviceShape);
