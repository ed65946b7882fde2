import { quote } from '../../../model/issue.ts';
import { joinPath } from '../../../model/shape.ts';
import { isMountPath } from '../../../workload/mounted-files.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const envName: OptionRule<WorkloadUse> = {
  code: 'FL1908',
  title: 'An environment variable has one value and a name that shells can read',
  why: 'With a name twice the last one wins, in an order that nobody sees; Kubernetes takes other characters than A-Z, 0-9 and "_", and most programs do not',
  fix: 'use letters, digits and "_", the first no digit',
  *options({ props, path, variants }) {
    const secrets = Object.keys(props.secrets ?? {}).filter((target) => !isMountPath(target));
    for (const name of secrets) {
      if (!isName(name))
        yield {
          path: joinPath(path, ['secrets', name]),
          problem: `${quote(name)} is neither an environment variable nor an absolute path`,
        };
    }
    for (const { settings, at } of variants) {
      for (const name of Object.keys(settings.env ?? {})) {
        if (!isName(name))
          yield { path: at('env', name), problem: `${quote(name)} is no name of an environment variable` };
        if (secrets.includes(name))
          yield {
            path: at('env', name),
            problem: `${quote(name)} comes from \`secrets\` too`,
            fix: 'drop one of them',
          };
      }
    }
  },
};

function isName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}
