import { quote } from '../../../model/issue.ts';
import { joinPath } from '../../../model/shape.ts';
import { parseCidr } from '../../../workload/cidr.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const openEgress: OptionRule<WorkloadUse> = {
  code: 'FL1914',
  title: 'Whoever may reach the whole internet says why',
  why: 'A way out to everywhere is a way out for whatever an intruder finds; 0.0.0.0/0 also takes in the nodes, the other pods and the metadata of the cloud',
  fix: 'name the range that is needed, or add `reason`, and `except` for the private ranges',
  *options({ props, path }) {
    for (const [i, peer] of (props.allowTo ?? []).entries()) {
      if (typeof peer === 'string' || !('cidr' in peer) || parseCidr(peer.cidr)?.prefix !== 0 || peer.reason?.trim())
        continue;
      yield {
        path: joinPath(path, ['allowTo', i]),
        problem: `${quote(peer.cidr)} is every address there is, and no reason is given`,
      };
    }
  },
};
