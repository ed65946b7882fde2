import { quote } from '../../../model/issue.ts';
import { joinPath } from '../../../model/shape.ts';
import { platformIndex } from '../../../workload/platform-index.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const oneSidedPeer: OptionRule<WorkloadUse> = {
  code: 'FL1906',
  title: 'A connection between two workloads is declared at both ends',
  why: 'Each end has a policy of its own: with one of them silent the packets are dropped, and the program only sees a timeout',
  fix: 'declare it at the other end too',
  *options({ props, service, platform, path }) {
    const { workloads, services } = platformIndex(platform);
    for (const [i, peer] of (props.allowTo ?? []).entries()) {
      const target = typeof peer === 'string' ? workloads.get(peer) : undefined;
      if (!target || target.allowFrom.has(service.name)) continue;
      const at = joinPath(path, ['allowTo', i]);
      yield {
        path: at,
        problem: `service ${quote(peer)} does not let ${quote(service.name)} in`,
        fix: `add ${quote(service.name)} to services.${peer}.source.allowFrom`,
      };
    }
    for (const [i, peer] of (props.allowFrom ?? []).entries()) {
      const target = typeof peer === 'string' ? workloads.get(peer) : undefined;
      if (!target || !services.has(String(peer)) || target.allowTo.has(service.name)) continue;
      const at = joinPath(path, ['allowFrom', i]);
      yield {
        path: at,
        problem: `service ${quote(peer)} may not connect to ${quote(service.name)}`,
        fix: `add ${quote(service.name)} to services.${peer}.source.allowTo`,
      };
    }
  },
};
