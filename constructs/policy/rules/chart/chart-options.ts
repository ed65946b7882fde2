import type { ChartSource } from '../../../delivery/delivery.ts';
import type { Platform } from '../../../model/platform.ts';
import type { Service } from '../../../model/service.ts';

/** What the rules for Helm charts look at. */
export interface ChartOptions {
  readonly chart: ChartSource;
  /** Place of the source in the definition. */
  readonly path: string;
  readonly service: Service;
  readonly platform: Platform;
}
