import { applicationHealth } from '../../../delivery/argocd-health.ts';
import type { OptionRule } from '../../rule.ts';
import { type ArgocdOptions, valueAt } from './argocd-options.ts';

const key = 'resource.customizations.health.argoproj.io_Application';

export const waveHealth: OptionRule<ArgocdOptions> = {
  code: 'FL1308',
  title: 'Waves come with the health script that makes them wait',
  why:
    'Without a health check for Applications (none since Argo CD 1.8) every wave starts at once; with the documented one it passes on a state ' +
    'of before the update (argo-cd #8778, #27917)',
  fix: 'leave that key to Fairlead',
  *options({ values }) {
    if (valueAt(values, 'configs', 'cm', key) !== applicationHealth) {
      yield {
        path: `engine.values.configs.cm["${key}"]`,
        problem: 'the values replace the health script, so later waves would not wait',
      };
    }
  },
};
