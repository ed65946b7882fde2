import { quote, suggest } from '../../../model/issue.ts';
import { joinPath } from '../../../model/shape.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const unknownEnvironment: OptionRule<WorkloadUse> = {
  code: 'FL1928',
  title: 'Settings are for environments of the platform',
  why: 'Settings for another environment would be left out without a word',
  fix: 'add the environment to the platform',
  *options({ props, platform, path }) {
    const known = platform.environments.map(({ name }) => name);
    for (const name of Object.keys(props.environments ?? {})) {
      if (known.includes(name)) continue;
      const fix =
        known.length === 0
          ? 'add `environments` to the platform, or move the settings one level up'
          : suggest(name, known);
      yield {
        path: joinPath(path, ['environments', name]),
        problem: `the platform has no environment ${quote(name)}`,
        fix,
      };
    }
  },
};
