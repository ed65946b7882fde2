import { z } from 'zod';
import type { Engine } from '../delivery/engine.ts';
import type { Forge } from '../forge/forge.ts';
import type { SecretsStrategy } from '../secrets/secrets-strategy.ts';
import { accountShape } from './account.ts';
import type { TagFormat } from './image.ts';
import type { ClusterProps, NamespaceProps, PlatformProps, RepositoryProps, TeamProps } from './platform.ts';
import { servicesShape } from './service.ts';
import { mapOf, objectFrom, shapeOf } from './shape.ts';

/** A text that is not empty. */
const text = z.string().min(1, { error: 'a text that is not empty' });

const repositoryShape = shapeOf<RepositoryProps>()({
  url: text,
  revision: text.optional(),
  path: text.optional(),
});

const namespaceShape = shapeOf<NamespaceProps>()({
  team: z.string().optional(),
  podSecurity: z.enum(['restricted', 'baseline', 'privileged']).optional(),
  labels: mapOf(z.string()).optional(),
  cluster: z.string().optional(),
});

const tagFormatShape = shapeOf<TagFormat>()({ title: text, pattern: z.instanceof(RegExp), example: text });

/** The shape of a definition, for definitions that no type checker has seen. */
export const platformShape = shapeOf<PlatformProps>()({
  name: text,
  description: z.string().optional(),
  domain: text,
  repository: repositoryShape,
  forge: objectFrom<Forge>('gitlab({...})', 'check', 'compareUrl'),
  engine: objectFrom<Engine>('argocd({...})', 'install', 'deliver'),
  secrets: objectFrom<SecretsStrategy>('sops({...}) or externalSecrets({...})', 'provides', 'render'),
  clusters: mapOf<ClusterProps>(shapeOf<ClusterProps>()({ server: z.string().optional() })).optional(),
  environments: z.array(z.string()).optional(),
  teams: mapOf<TeamProps>(
    shapeOf<TeamProps>()({ groups: z.array(z.string()).optional(), description: z.string().optional() }),
  ).optional(),
  namespaces: mapOf<NamespaceProps>(namespaceShape).optional(),
  services: servicesShape,
  waves: mapOf(z.string(), z.string().regex(/^-?\d+$/, { error: 'the number of a wave' })).optional(),
  access: mapOf(accountShape).optional(),
  tags: tagFormatShape.optional(),
  registries: z.array(text).optional(),
  tombstones: z.array(text).optional(),
  customize: z
    .custom<NonNullable<PlatformProps['customize']>>((value) => typeof value === 'function', { error: 'a function' })
    .optional(),
});
