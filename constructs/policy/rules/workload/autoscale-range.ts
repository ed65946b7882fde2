import type { OptionRule } from '../../rule.ts';
import { at } from './rendered-field.ts';
import type { WorkloadUse } from './workload-use.ts';

export const autoscaleRange: OptionRule<WorkloadUse> = {
  code: 'FL1909',
  title: 'An autoscaler has room between at least one pod and its maximum',
  why: 'The API server refuses an autoscaler whose minimum is above its maximum, and a minimum of 0 needs an alpha feature',
  fix: 'swap them, or raise the maximum',
  *options({ variants }) {
    for (const { settings, at: place } of variants) {
      if (!settings.autoscale) continue;
      const { min, max, cpuPercent = 80 } = settings.autoscale;
      const problem = rangeProblem(min, max);
      if (problem !== undefined) yield { path: place('autoscale'), problem };
      if (!Number.isInteger(cpuPercent) || cpuPercent < 1) {
        yield {
          path: place('autoscale', 'cpuPercent'),
          problem: `${cpuPercent} is no share of a CPU request`,
          fix: 'use a whole number of percent, such as 80',
        };
      }
    }
  },
  *object({ manifest, file }) {
    if (manifest.kind !== 'HorizontalPodAutoscaler') return;
    const problem = rangeProblem(at(manifest.spec, 'minReplicas') ?? 1, at(manifest.spec, 'maxReplicas'));
    if (problem !== undefined) yield { path: file, problem };
  },
};

function rangeProblem(min: unknown, max: unknown): string | undefined {
  for (const count of [min, max])
    if (!Number.isInteger(count) || Number(count) < 1) return `${String(count)} is no number of pods, from 1 up`;
  return Number(min) > Number(max) ? `the minimum of ${min} is above the maximum of ${max}` : undefined;
}
