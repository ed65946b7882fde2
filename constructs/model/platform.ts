import type { Construct } from 'constructs';
import type { Engine } from '../delivery/engine.ts';
import type { Forge } from '../forge/forge.ts';
import type { SecretsStrategy } from '../secrets/secrets-strategy.ts';
import type { Account, CiAccountProps } from './account.ts';
import type { TagFormat } from './image.ts';
import type { Issue } from './issue.ts';
import type { PodSecurity, Service, ServiceProps } from './service.ts';

/** One platform, as written in `apps/<name>/platform.ts`. */
export interface PlatformProps {
  /** A DNS label; `dist/<name>/` is its output. */
  readonly name: string;
  /** One line for the README. */
  readonly description?: string;
  /** DNS zone that every host lies in, such as `example.org`. */
  readonly domain: string;
  /** Where the rendered repository is kept, as the engine reads it. */
  readonly repository: RepositoryProps;
  /** Where code is hosted: `gitlab({...})`. */
  readonly forge: Forge;
  /** What keeps the cluster in sync with git: `argocd({...})`. */
  readonly engine: Engine;
  /** How secrets reach the cluster: `sops({...})` or `externalSecrets({...})`. */
  readonly secrets: SecretsStrategy;
  /** @default one cluster, named after the platform, that the engine runs in */
  readonly clusters?: Readonly<Record<string, ClusterProps>>;
  /** Stages that a workload goes through, in order, such as `dev` and `prod`. @default none: a service runs once */
  readonly environments?: readonly string[];
  /** @default one team, named after the platform */
  readonly teams?: Readonly<Record<string, TeamProps>>;
  /** Namespaces beside those of the services, or settings for those. */
  readonly namespaces?: Readonly<Record<string, NamespaceProps>>;
  readonly services: Readonly<Record<string, ServiceProps>>;
  /** Why each wave comes when it does, for the README: `{ 0: 'Secrets must be there for everything else' }`. */
  readonly waves?: Readonly<Record<string, string>>;
  /** Identities for CI jobs. */
  readonly access?: Readonly<Record<string, CiAccountProps>>;
  /** How CI names the tags of the platform's own images. @default tagFormats.shortSha */
  readonly tags?: TagFormat;
  /** Registries that images may come from. @default any */
  readonly registries?: readonly string[];
  /** Services that are meant to be gone, with all they run. Without it, their removal from `services` is refused. */
  readonly tombstones?: readonly string[];
  /** Anything else that cdk8s can express; rendered into the foundation layer. */
  readonly customize?: (scope: Construct) => void;
}

/** A git repository and a folder in it. */
export interface RepositoryProps {
  /** `https://...` or `ssh://git@...`, without credentials. */
  readonly url: string;
  /** @default 'main' */
  readonly revision?: string;
  /** @default 'dist/<platform>' */
  readonly path?: string;
}

export interface ClusterProps {
  /** API server. @default 'https://kubernetes.default.svc', the cluster that the engine runs in */
  readonly server?: string;
}

export interface TeamProps {
  /** Groups of the identity provider whose members may see and sync the team's services. */
  readonly groups?: readonly string[];
  readonly description?: string;
}

export interface NamespaceProps {
  /** @default the team of the services that run there, or the only team */
  readonly team?: string;
  /** @default 'restricted' */
  readonly podSecurity?: PodSecurity;
  readonly labels?: Readonly<Record<string, string>>;
  readonly cluster?: string;
}

/** The rendered repository, resolved. */
export interface Repository {
  readonly url: string;
  readonly revision: string;
  readonly path: string;
}

/** A cluster, resolved. */
export interface Cluster {
  readonly name: string;
  readonly server: string;
}

/** A team, resolved. */
export interface Team {
  readonly name: string;
  readonly groups: readonly string[];
  readonly description: string;
}

/** A namespace, resolved: those of the services too. */
export interface Namespace {
  readonly name: string;
  readonly cluster: string;
  readonly team: string;
  readonly podSecurity: PodSecurity;
  readonly labels: Readonly<Record<string, string>>;
}

/** A stage of a workload. */
export interface Environment {
  readonly name: string;
}

/** A platform with every default filled in. Lists are sorted by name, so the order of a definition never shows. */
export interface Platform {
  readonly name: string;
  readonly description: string;
  readonly domain: string;
  readonly repository: Repository;
  readonly forge: Forge;
  readonly engine: Engine;
  readonly secrets: SecretsStrategy;
  readonly clusters: readonly Cluster[];
  /** In the order of promotion. Empty when services run once. */
  readonly environments: readonly Environment[];
  readonly teams: readonly Team[];
  readonly namespaces: readonly Namespace[];
  readonly services: readonly Service[];
  readonly waves: ReadonlyMap<number, string>;
  readonly access: readonly Account[];
  readonly tags: TagFormat;
  readonly registries: readonly string[];
  readonly tombstones: readonly string[];
  readonly customize: (scope: Construct) => void;
  readonly inputs: Inputs;
  /** Unknown fields of the definition, to be reported with all else. */
  readonly shapeIssues: readonly Issue[];
}

/** Files beside the definition, read before anything is rendered. Keys are file names. */
export interface Inputs {
  /** `releases/<service>.yaml`: tag by environment. */
  readonly releases: ReadonlyMap<string, string>;
  /** `pins/<service>.yaml`: commit of the content. */
  readonly pins: ReadonlyMap<string, string>;
  /** `secrets/*.enc.yaml`. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** Gives an editor the types of a definition; the platform is checked when it is rendered. */
export function definePlatform(props: PlatformProps): PlatformProps {
  return props;
}
