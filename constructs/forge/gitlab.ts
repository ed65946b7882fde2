import { z } from 'zod';
import { shapeIssues, shapeOf } from '../model/shape.ts';
import type { Forge, RepositoryCredential } from './forge.ts';

export interface GitlabProps {
  /** @default 'gitlab.com' */
  readonly host?: string;
  /** What the engine logs in with: a deploy token or a group access token with `read_repository`. */
  readonly credentials?: readonly RepositoryCredential[];
  /** Whether everyone may read the repositories, so that the engine needs no credential. @default false */
  readonly publicRepositories?: boolean;
}

const shape = shapeOf<GitlabProps>()({
  host: z.string().optional(),
  credentials: z.array(shapeOf<RepositoryCredential>()({ url: z.string(), secret: z.string() })).optional(),
  publicRepositories: z.boolean().optional(),
});

/** GitLab, at gitlab.com or on a host of your own. */
export function gitlab(props: GitlabProps = {}): Forge {
  const host = props.host ?? 'gitlab.com';
  return {
    title: 'GitLab',
    host,
    credentials: props.credentials ?? [],
    publicRepositories: props.publicRepositories ?? false,
    check: () => shapeIssues(shape, props, 'forge'),
    compareUrl: (repository, from, to) => `${repository.replace(/\.git$/, '')}/-/compare/${from}...${to}`,
  };
}
