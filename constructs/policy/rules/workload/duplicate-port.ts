import { joinPath } from '../../../model/shape.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const duplicatePort: OptionRule<WorkloadUse> = {
  code: 'FL1901',
  title: 'Each port number has one name',
  why: 'The API server refuses a Service that has one port number twice',
  fix: 'drop one of the names',
  *options({ props, path }) {
    const names = new Map<number, string>();
    for (const [name, port] of Object.entries(props.ports ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const other = names.get(port);
      if (other !== undefined)
        yield { path: joinPath(path, ['ports', name]), problem: `port ${port} is ${other} already` };
      names.set(port, name);
    }
  },
};
