import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const autoscaleOrReplicas: OptionRule<WorkloadUse> = {
  code: 'FL1910',
  title: 'The number of pods is fixed or left to the autoscaler, not both',
  why: 'Each sync would set the fixed number again and undo what the autoscaler did (argo-cd #5105, #1603)',
  fix: 'drop `replicas`',
  *options({ variants }) {
    for (const { settings, at } of variants) {
      if (settings.autoscale && settings.replicas !== undefined) {
        yield { path: at('replicas'), problem: `${settings.replicas} pods are asked for beside an autoscaler` };
      }
    }
  },
};
