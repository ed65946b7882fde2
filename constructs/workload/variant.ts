import type { Platform } from '../model/platform.ts';
import { joinPath } from '../model/shape.ts';
import { type EnvironmentProps, settingsIn } from './environment-props.ts';
import type { WorkloadProps } from './workload-props.ts';

/** The settings of a workload in one environment, and where in the definition each of them stands. */
export interface Variant {
  /** Undefined when the platform has no environments. */
  readonly environment?: string;
  readonly settings: EnvironmentProps;
  /** Path of a setting: `at('resources', 'limits', 'cpu')`. */
  readonly at: (...path: readonly PropertyKey[]) => string;
}

/** One variant for each environment of the platform, or the only one. */
export function variantsOf(
  props: WorkloadProps,
  { environments }: Pick<Platform, 'environments'>,
  path: string,
): readonly Variant[] {
  if (environments.length === 0) return [{ settings: settingsIn(props, undefined), at: (...to) => joinPath(path, to) }];
  return environments.map(({ name }) => {
    const own = props.environments?.[name];
    const at = (...to: readonly PropertyKey[]) => joinPath(path, has(own, to) ? ['environments', name, ...to] : to);
    return { environment: name, settings: settingsIn(props, own), at };
  });
}

function has(value: unknown, path: readonly PropertyKey[]): boolean {
  return (
    path.reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
      value,
    ) !== undefined
  );
}
