import type { Image } from '../model/image.ts';
import type { ResourcesProps } from './environment-props.ts';

/** A run of a container that ends by itself. It has the environment, configuration and secrets of the workload, and no volumes. */
export interface TaskProps {
  /** @default the image's entry point */
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  /** @default the workload's */
  readonly image?: Image;
  /** Seconds after which a run is ended. @default 3600 */
  readonly timeoutSeconds?: number;
  /** Further attempts after a failed one. @default 2 */
  readonly retries?: number;
  /** @default the workload's */
  readonly resources?: ResourcesProps;
}

/** Runs on a schedule. */
export interface CronProps extends TaskProps {
  /** Five fields, or `@daily` and the like: `30 4 * * *`. */
  readonly schedule: string;
  /** Zone of the schedule, as in `Europe/Berlin`. @default 'Etc/UTC' */
  readonly timeZone?: string;
  /** What happens when the last run is not over yet. @default 'Forbid': the new one is skipped */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
}
