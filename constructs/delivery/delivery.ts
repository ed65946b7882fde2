import type { Cluster } from '../model/platform.ts';
import type { ClusterResource, IgnoredDifference } from '../model/service.ts';

/** One thing that an engine keeps in sync with git. Engines turn it into their own objects. */
export interface Delivery {
  /** Unique in the platform: the service, and `-<environment>` where there are several. */
  readonly name: string;
  /** The service's key in the definition, or undefined for Fairlead's own layers. */
  readonly service?: string;
  readonly cluster: Cluster;
  readonly namespace: string;
  /** Every namespace that its objects may be in; the first line of defence against a manifest that strays. */
  readonly namespaces: readonly string[];
  /** Team whose project bounds it. */
  readonly team: string;
  readonly wave: number;
  /** Names of deliveries that must be Healthy first; all are in lower waves. */
  readonly dependsOn: readonly string[];
  readonly sources: readonly DeliverySource[];
  /** Commit that holds its content, for ordered updates. */
  readonly pin?: string;
  readonly prune: boolean;
  readonly clusterResources: readonly ClusterResource[];
  readonly ignoreDifferences: readonly IgnoredDifference[];
}

/** What an engine reads. */
export type DeliverySource = FolderSource | GitSource | ChartSource;

/** A folder that Fairlead renders, relative to the platform's folder in its repository. */
export interface FolderSource {
  readonly kind: 'folder';
  readonly folder: string;
  /** Whether it holds files that the engine must decrypt. */
  readonly encrypted?: boolean;
}

/** A folder of a git repository: another one, or hand-written manifests in the platform's own. */
export interface GitSource {
  readonly kind: 'git';
  readonly url: string;
  /** Branch, tag or commit. */
  readonly revision: string;
  readonly path: string;
}

/** A Helm chart. */
export interface ChartSource {
  readonly kind: 'chart';
  /** Name within the repository. */
  readonly chart: string;
  /** `https://...` of an index, or `oci://...` of the folder that holds the chart. */
  readonly repository: string;
  readonly version: string;
  readonly releaseName: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** False when something else installs the chart's CRDs. */
  readonly crds: boolean;
}
