import { quote } from '../../../model/issue.ts';
import { parseQuantity } from '../../../workload/quantity.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const autoscaleRequest: OptionRule<WorkloadUse> = {
  code: 'FL1911',
  title: 'An autoscaler on CPU has a CPU request to measure by',
  why: 'It keeps use at a share of the request: with a request of 0 there is no share, and it never scales (FailedGetResourceMetric)',
  fix: 'request what a pod uses under usual load, such as "100m"',
  *options({ variants }) {
    for (const { settings, at } of variants) {
      const request = settings.resources?.requests?.cpu;
      if (!settings.autoscale || request === undefined || parseQuantity(request) !== 0) continue;
      yield {
        path: at('resources', 'requests', 'cpu'),
        problem: `the autoscaler would measure by a CPU request of ${quote(request)}`,
      };
    }
  },
};
