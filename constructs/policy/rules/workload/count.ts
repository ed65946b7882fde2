import { quote } from '../../../model/issue.ts';
import { joinPath } from '../../../model/shape.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const count: OptionRule<WorkloadUse> = {
  code: 'FL1932',
  title: 'Numbers of pods, seconds and attempts are whole and not negative',
  why: 'The API server refuses others',
  fix: 'use a whole number',
  *options({ props, path, variants }) {
    for (const { settings, at } of variants) {
      if (!isCount(settings.replicas ?? 0))
        yield { path: at('replicas'), problem: `${quote(settings.replicas)} is no number of pods` };
    }
    for (const field of ['cron', 'jobs'] as const) {
      for (const [name, { timeoutSeconds, retries }] of Object.entries(props[field] ?? {})) {
        if (!isCount(retries ?? 0))
          yield {
            path: joinPath(path, [field, name, 'retries']),
            problem: `${quote(retries)} is no number of attempts`,
          };
        if (!isCount(timeoutSeconds ?? 1) || timeoutSeconds === 0) {
          yield {
            path: joinPath(path, [field, name, 'timeoutSeconds']),
            problem: `${quote(timeoutSeconds)} is no number of seconds, from 1 up`,
          };
        }
      }
    }
  },
};

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
