import type { Output } from '../files/output.ts';
import type { Issue } from '../model/issue.ts';
import type { Cluster, Platform } from '../model/platform.ts';
import type { Delivery } from './delivery.ts';

/** What keeps a cluster in sync with git. All that differs between engines is a method here, so nobody asks which one it is. */
export interface Engine {
  /** For people: "Argo CD". */
  readonly title: string;
  /** Namespace it runs in. */
  readonly namespace: string;
  /** Name of the object that reads `clusters/<cluster>/`. */
  readonly rootName: string;
  /** Whether later waves wait on every update too; then each delivery is pinned to the commit of its content. */
  readonly orderedUpdates: boolean;
  /** Annotations that keep an object, and the data in it, when it leaves git or its delivery is deleted. */
  readonly guard: Readonly<Record<string, string>>;
  /** What is wrong with its options. */
  check(platform: Platform): Issue[];
  /** Hosts it serves. */
  hosts(): readonly string[];
  /** `bootstrap/`: all that `pulumi up` applies before the engine runs. */
  install(output: Output, platform: Platform): void;
  /** `clusters/<cluster>/`: what bounds the teams, and one object for each delivery. */
  deliver(output: Output, platform: Platform, cluster: Cluster, deliveries: readonly Delivery[]): void;
  /** Makes the engine decrypt the SOPS files of a folder; `files` are relative to it. */
  decrypt(output: Output, folder: string, files: readonly string[]): void;
  /** Name of the engine's object for a delivery. */
  objectName(delivery: string): string;
  /** Path below `clusters/<cluster>/` of the file that, once gone, makes the engine delete what the delivery runs. */
  deliveryFile(name: string): string;
  /** What an operator looks up, for the README: address, version, mode. Markdown. */
  facts(): readonly (readonly [what: string, value: string])[];
  /** Numbered steps for the README, by title: bootstrap, rollback, recovery. */
  runbook(platform: Platform): readonly Runbook[];
}

/** How to do one thing, step by step. */
export interface Runbook {
  readonly title: string;
  /** Markdown; each becomes a numbered step. */
  readonly steps: readonly string[];
}

/** Fairlead's own layers belong to it: namespaces, access, secrets. Its name is taken. */
export const foundationTeam = {
  name: 'platform',
  description: "Fairlead's own layers: namespaces, access, secrets.",
  groups: [],
} as const;
