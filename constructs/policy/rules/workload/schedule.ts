import { joinPath } from '../../../model/shape.ts';
import { scheduleProblem } from '../../../workload/cron-schedule.ts';
import type { OptionRule } from '../../rule.ts';
import { at } from './rendered-field.ts';
import type { WorkloadUse } from './workload-use.ts';

export const schedule: OptionRule<WorkloadUse> = {
  code: 'FL1917',
  title: 'A schedule is one that the CronJob controller can read, and that comes',
  why: 'The API server refuses other schedules; one for 31 February is accepted, and never runs',
  fix: 'write five fields: minute, hour, day of the month, month, day of the week',
  *options({ props, path }) {
    for (const [name, { schedule: text }] of Object.entries(props.cron ?? {})) {
      const found = scheduleProblem(text);
      if (found) yield { path: joinPath(path, ['cron', name, 'schedule']), ...found };
    }
  },
  *object({ manifest, file }) {
    const text = manifest.kind === 'CronJob' ? at(manifest.spec, 'schedule') : undefined;
    const found = typeof text === 'string' ? scheduleProblem(text) : undefined;
    if (found) yield { path: file, ...found };
  },
};
