import type { Platform } from '../../../model/platform.ts';
import type { Service } from '../../../model/service.ts';
import type { Variant } from '../../../workload/variant.ts';
import type { WorkloadProps } from '../../../workload/workload-props.ts';

/** What the rules for workloads look at. The options have the right shape. */
export interface WorkloadUse {
  readonly props: WorkloadProps;
  readonly service: Service;
  readonly platform: Platform;
  /** Place of the source in the definition: `services.shop.source`. */
  readonly path: string;
  /** The settings in each environment, or the only ones. */
  readonly variants: readonly Variant[];
}
