import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';
import { at } from './rendered-field.ts';

/** Budgets of workloads let one pod go at a time, and one pod alone has none; this is for those that come from elsewhere. */
export const blockingDisruptionBudget: Rule = {
  code: 'FL1912',
  title: 'A disruption budget lets some pod go',
  why: 'A node with a pod that may never be evicted cannot be drained, so updates of the cluster hang',
  fix: 'use `maxUnavailable: 1`',
  *object({ manifest, file }) {
    if (manifest.kind !== 'PodDisruptionBudget') return;
    const maxUnavailable = at(manifest.spec, 'maxUnavailable');
    const minAvailable = at(manifest.spec, 'minAvailable');
    if (maxUnavailable === 0 || maxUnavailable === '0%')
      yield { path: file, problem: `maxUnavailable ${quote(maxUnavailable)} blocks every eviction` };
    if (minAvailable === '100%')
      yield { path: file, problem: `minAvailable ${quote(minAvailable)} blocks every eviction` };
  },
};
