import { z } from 'zod';
import { shapeOf } from './shape.ts';

/** Identity that a CI job deploys with, as written. Its key in `access` is the name of the ServiceAccount. */
export interface CiAccountProps {
  /** Namespace the ServiceAccount lives in; never `kube-system`. */
  readonly namespace: string;
  /** Namespaces that the engine keeps in sync: the job may look, and nothing else, since a change would be reverted. */
  readonly reads?: readonly string[];
  /** Preview namespaces: the job may create, change and delete workloads. */
  readonly writes?: readonly string[];
  /** Longest life of a token, in minutes. @default 60 */
  readonly tokenMinutes?: number;
}

/** A CI account with every default filled in. */
export interface Account {
  readonly name: string;
  readonly namespace: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly tokenMinutes: number;
}

/** What `access.<name>` may look like. */
export const accountShape = shapeOf<CiAccountProps>()({
  namespace: z.string(),
  reads: z.array(z.string()).optional(),
  writes: z.array(z.string()).optional(),
  tokenMinutes: z.int().optional(),
});
