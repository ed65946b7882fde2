import { upstreamImage } from '../../constructs/model/image.ts';
import type { ServiceProps } from '../../constructs/model/service.ts';
import { workload } from '../../constructs/workload/workload.ts';
import type { WorkloadProps } from '../../constructs/workload/workload-props.ts';

/** A small valid workload, which has a copy for each environment. */
export function webService(service: Partial<ServiceProps> = {}, props: Partial<WorkloadProps> = {}): ServiceProps {
  return { source: workload({ image: upstreamImage('ghcr.io/acme/shop:1.2.3'), port: 8080, ...props }), ...service };
}
