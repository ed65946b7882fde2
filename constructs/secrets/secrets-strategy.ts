import type { Output } from '../files/output.ts';
import type { Issue } from '../model/issue.ts';
import type { Platform } from '../model/platform.ts';

/** How secrets reach the cluster without being in the definition. One implementation per way: `sops`, `externalSecrets`. */
export interface SecretsStrategy {
  /** For people: "SOPS with age". */
  readonly title: string;
  /** Where people keep the originals, such as "1Password", for the runbook. */
  readonly originals: string;
  /** Secret, and the key in it, that holds what the engine decrypts with; undefined when nothing in git is encrypted. */
  readonly decryptionKey?: { readonly secret: string; readonly key: string };
  /** What is wrong with its options, and with the files that it reads. */
  check(platform: Platform): Issue[];
  /** Names of the Secrets that it brings, as `namespace/name`. */
  provides(platform: Platform): readonly string[];
  /** Adds what it renders: encrypted files, configuration of its tool. Returns the folders that the engine must deliver. */
  render(output: Output, platform: Platform): readonly SecretFolder[];
  /** Last steps of the bootstrap: what a person has to bring once the namespaces exist, because nothing can fetch it. */
  byHand(platform: Platform): readonly string[];
  /** How a person adds or changes a secret, step by step, for the README. */
  steps(platform: Platform): readonly string[];
}

/** A folder that brings secrets. */
export interface SecretFolder {
  /** Name of its delivery. */
  readonly name: string;
  readonly folder: string;
  readonly namespaces: readonly string[];
  readonly wave: number;
  /** Whether the engine must decrypt its files. */
  readonly encrypted: boolean;
}
