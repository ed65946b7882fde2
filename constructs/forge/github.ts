import { z } from 'zod';
import { shapeIssues, shapeOf } from '../model/shape.ts';
import type { Forge, RepositoryCredential } from './forge.ts';

export interface GithubProps {
  /** @default 'github.com' */
  readonly host?: string;
  /** What the engine logs in with: a fine-grained token or a deploy key that may read contents. Public repositories need none. */
  readonly credentials?: readonly RepositoryCredential[];
  /** Whether everyone may read the repositories, so that the engine needs no credential. @default false */
  readonly publicRepositories?: boolean;
}

const shape = shapeOf<GithubProps>()({
  host: z.string().optional(),
  credentials: z.array(shapeOf<RepositoryCredential>()({ url: z.string(), secret: z.string() })).optional(),
  publicRepositories: z.boolean().optional(),
});

/** GitHub, at github.com or on a host of your own. */
export function github(props: GithubProps = {}): Forge {
  return {
    title: 'GitHub',
    host: props.host ?? 'github.com',
    credentials: props.credentials ?? [],
    publicRepositories: props.publicRepositories ?? false,
    check: () => shapeIssues(shape, props, 'forge'),
    compareUrl: (repository, from, to) => `${repository.replace(/\.git$/, '')}/compare/${from}...${to}`,
  };
}
