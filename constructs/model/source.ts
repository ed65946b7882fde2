import type { DeliverySource } from '../delivery/delivery.ts';
import type { Output } from '../files/output.ts';
import type { ImageUse } from './image.ts';
import type { Issue } from './issue.ts';
import type { Platform } from './platform.ts';
import type { Service } from './service.ts';

/** Where the manifests of a service come from. One implementation per kind: `workload`, `helm`, `gitPath`, `manifests`. */
export interface Source {
  /** For people: "Helm chart". */
  readonly title: string;
  /** What it is, in a few words for the README: "cert-manager 1.21.1". */
  readonly summary: string;
  /** True when it runs something that keeps data (a PVC, a StatefulSet), so that its removal needs a tombstone. */
  readonly stateful: boolean;
  /** Whether Fairlead renders its objects, and so guards what holds data. */
  readonly guarded: boolean;
  /** Whether each environment of the platform runs a copy of its own. */
  readonly perEnvironment: boolean;
  /** Images it runs, for the tag policy. Paths are relative to the source. A chart or another repository has none that we know of. */
  readonly images: readonly ImageUse[];
  /** Git repositories that the engine must be able to read for it, and what of them. Paths are relative to the source. */
  readonly repositories: readonly RepositoryUse[];
  /** Hosts it serves in an environment, beside those that the service lists. */
  hosts(service: Service, platform: Platform): readonly string[];
  /** What is wrong with it, alone and beside the rest of the platform. `path` is the source's place in the definition. */
  check(service: Service, platform: Platform, path: string): Issue[];
  /** Adds what Fairlead renders for it below `folder`, and says what the engine has to keep in sync. */
  render(output: Output, folder: string, service: Service, platform: Platform): readonly SourceDelivery[];
}

/** A git repository that a source names; `path` is the place of its URL. The folder and the revision, if any, stand beside it. */
export interface RepositoryUse {
  readonly url: string;
  readonly path: string;
  readonly folder?: string;
  readonly revision?: string;
}

/** One copy of a service: what the engine reads, and where it runs. */
export interface SourceDelivery {
  /** Name of the environment, or undefined when the platform has none. */
  readonly environment?: string;
  readonly namespace: string;
  readonly sources: readonly DeliverySource[];
  /** For objects whose kinds the service itself brings: delivered as `<service>-config`, one wave later, once the service is Healthy. */
  readonly follows?: true;
}
