import { z } from 'zod';
import { shapeIssues, shapeOf } from '../model/shape.ts';
import type { Source } from '../model/source.ts';

export interface GitPathProps {
  /** `https://...` or `ssh://git@...`, without credentials: those come from `forge.credentials`. */
  readonly url: string;
  /** Folder in it that holds the manifests, such as `k8s`. */
  readonly path: string;
  /** Branch, tag or commit. @default 'main' */
  readonly revision?: string;
}

const shape = shapeOf<GitPathProps>()({ url: z.string(), path: z.string(), revision: z.string().optional() });

/** Manifests that a team keeps in a repository of its own. Fairlead cannot look into them: `hosts` and `stateful` of the service say what matters. */
export function gitPath(props: GitPathProps): Source & { readonly git: Required<GitPathProps> } {
  const git = { url: props.url, path: stripSlashes(props.path), revision: props.revision ?? 'main' };
  return {
    title: 'Folder of another repository',
    summary: `${git.url}, ${git.path}/ at ${git.revision}`,
    stateful: false,
    guarded: false,
    perEnvironment: false,
    images: [],
    git,
    repositories: [{ url: git.url, path: 'url', folder: git.path, revision: git.revision }],
    hosts: () => [],
    check: (_service, _platform, path) => shapeIssues(shape, props, path),
    render: (_output, _folder, service) => [{ namespace: service.namespace, sources: [{ kind: 'git', ...git }] }],
  };
}

const stripSlashes = (path: unknown) => (typeof path === 'string' ? path.replace(/^\.\/|\/+$/g, '') : '');
