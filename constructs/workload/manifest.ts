import type { ApiObjectProps } from 'cdk8s';

/** A Kubernetes object as plain data, as cdk8s-plus' typed `manifest()` functions give it. */
export type Manifest = ApiObjectProps & {
  readonly metadata: { readonly name: string };
  readonly [field: string]: unknown;
};
