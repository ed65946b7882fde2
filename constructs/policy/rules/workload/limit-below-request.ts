import { quote } from '../../../model/issue.ts';
import { RESOURCES } from '../../../workload/environment-props.ts';
import { parseQuantity } from '../../../workload/quantity.ts';
import type { OptionRule } from '../../rule.ts';
import { placedResources } from './placed-quantities.ts';
import type { WorkloadUse } from './workload-use.ts';

export const limitBelowRequest: OptionRule<WorkloadUse> = {
  code: 'FL1916',
  title: 'A limit is not below its request',
  why: 'The API server refuses a pod that asks for more than it may use',
  fix: 'raise the limit, or lower the request',
  *options(use) {
    for (const { resources, at } of placedResources(use)) {
      for (const resource of RESOURCES) {
        const [request, limit] = [resources.requests?.[resource], resources.limits?.[resource]];
        const [least, most] = [request ?? '', limit ?? ''].map(parseQuantity);
        if (least === undefined || most === undefined || most >= least) continue;
        yield {
          path: at('limits', resource),
          problem: `the limit of ${quote(limit)} is below the request of ${quote(request)}`,
        };
      }
    }
  },
};
