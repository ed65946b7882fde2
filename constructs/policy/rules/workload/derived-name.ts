import { quote } from '../../../model/issue.ts';
import { labelProblem } from '../../../model/names.ts';
import { namespacesOf } from '../../../model/resolve.ts';
import { joinPath } from '../../../model/shape.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

/** The controller adds 11 characters to the name of a CronJob for its Jobs. */
const CRON_LIMIT = 52;
/** A one-shot Job gets a hyphen and 8 digits. */
const JOB_LIMIT = 63 - 9;

export const derivedName: OptionRule<WorkloadUse> = {
  code: 'FL1922',
  title: 'Names that are made of two still fit',
  why: 'A volume, a cron or one-shot job is named after its service, a namespace after its environment; Kubernetes takes 63 characters, 52 for a CronJob',
  fix: 'shorten one of the names',
  *options({ props, service, platform, path }) {
    const limits = { volumes: 63, cron: CRON_LIMIT, jobs: JOB_LIMIT } as const;
    for (const field of ['volumes', 'cron', 'jobs'] as const) {
      for (const key of Object.keys(props[field] ?? {})) {
        const name = `${service.name}-${key}`;
        const problem = labelProblem(key) ?? labelProblem(name, limits[field]);
        if (problem !== undefined)
          yield { path: joinPath(path, [field, key]), problem: `${quote(labelProblem(key) ? key : name)} ${problem}` };
      }
    }
    for (const namespace of namespacesOf(service, platform.environments)) {
      if (namespace.length > 63)
        yield {
          path: `services.${service.name}`,
          problem: `namespace ${quote(namespace)} has ${namespace.length} characters, and 63 is the limit`,
        };
    }
  },
};
