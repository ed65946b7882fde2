import type { ArgocdProps } from '../../../delivery/argocd-props.ts';
import type { Values } from '../../../model/merge-values.ts';
import type { Platform } from '../../../model/platform.ts';

/** What the rules for Argo CD look at: the options, and the chart values that they lead to. */
export interface ArgocdOptions {
  readonly props: ArgocdProps;
  readonly values: Values;
  readonly platform: Platform;
}

/** The value at a path of the chart's values, or undefined. */
export function valueAt(values: Values, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    values,
  );
}
