import type { Source } from '../model/source.ts';
import type { WorkloadProps } from './workload-props.ts';

/** What `workload({...})` makes. */
export interface WorkloadSource extends Source {
  /** The options, or undefined when they have not the shape of any. */
  readonly workload: WorkloadProps | undefined;
}

/** The options of a service that Fairlead renders; undefined for every other kind of source. */
export function workloadOf(source: Source): WorkloadProps | undefined {
  return 'workload' in source ? (source as WorkloadSource).workload : undefined;
}
