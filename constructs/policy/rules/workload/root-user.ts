import { quote } from '../../../model/issue.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const rootUser: OptionRule<WorkloadUse> = {
  code: 'FL1931',
  title: 'Processes run as a user that is not root',
  why: 'A namespace with Pod Security "restricted" takes no pod that runs as root; root in a container is root on the node if it gets out',
  fix: 'use a number above 10000 and make the image run as it; many images document how',
  *options({ props, service, path }) {
    const user = props.runAsUser;
    if (user === undefined) return;
    const at = `${path}.runAsUser`;
    if (!Number.isInteger(user) || user < 0 || user > 2 ** 31 - 1)
      yield { path: at, problem: `${quote(user)} is no user number` };
    else if (user === 0 && service.podSecurity === 'restricted') yield { path: at, problem: 'user 0 is root' };
  },
};
