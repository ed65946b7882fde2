import type { Issue } from '../model/issue.ts';
import type { Platform } from '../model/platform.ts';

/** Where code is hosted. One implementation per kind: `gitlab`. */
export interface Forge {
  /** For people: "GitLab". */
  readonly title: string;
  /** Host of its web and git address, such as `gitlab.com`. */
  readonly host: string;
  /** What the engine logs in with. */
  readonly credentials: readonly RepositoryCredential[];
  /** Whether everyone may read its repositories. */
  readonly publicRepositories: boolean;
  /** What is wrong with its options. */
  check(platform: Platform): Issue[];
  /** Link to what changed between two commits of a repository. */
  compareUrl(repository: string, from: string, to: string): string;
}

/** A Secret with which the engine reads every repository whose URL starts with a prefix. */
export interface RepositoryCredential {
  /** Prefix of repository URLs. It ends with `/`, else it would fit `.../acme-evil/` where `.../acme` is meant. */
  readonly url: string;
  /** Name of the Secret, in the engine's namespace; it comes from the platform's secrets. */
  readonly secret: string;
}
