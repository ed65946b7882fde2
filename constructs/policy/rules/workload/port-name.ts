import { quote } from '../../../model/issue.ts';
import { joinPath } from '../../../model/shape.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const portName: OptionRule<WorkloadUse> = {
  code: 'FL1904',
  title: 'A port has one name that Kubernetes accepts',
  why: 'Port names have at most 15 of a-z, 0-9 and single "-", and a letter among them (RFC 6335)',
  fix: 'use a short name such as http or metrics',
  *options({ props, path }) {
    if (props.port !== undefined && props.ports) {
      yield {
        path: `${path}.port`,
        problem: '`port` and `ports` are both given',
        fix: 'move the port into `ports`, as http',
      };
    }
    if (props.ports && Object.keys(props.ports).length === 0)
      yield { path: `${path}.ports`, problem: 'there is no port in it', fix: 'leave `ports` out' };
    for (const name of Object.keys(props.ports ?? {})) {
      if (!/^(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$/.test(name)) {
        yield { path: joinPath(path, ['ports', name]), problem: `a port cannot be named ${quote(name)}` };
      }
    }
  },
};
