import { quote } from '../../../model/issue.ts';
import { hostsOf } from '../../../workload/environment-props.ts';
import { portsOf } from '../../../workload/ports.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const unreachableHost: OptionRule<WorkloadUse> = {
  code: 'FL1929',
  title: 'A host has a port behind it and one way in',
  why: 'Without an ingress or a Gateway nothing serves the host, and the network policy would not let it in either',
  fix: 'add `ingress: { className, namespace }` or `gateway: { name, namespace }`',
  *options({ props, path, variants }) {
    const { ingress, gateway } = props;
    if (ingress && gateway)
      yield { path: `${path}.gateway`, problem: 'the hosts have an ingress and a Gateway', fix: 'drop one of them' };
    const hosts = variants.flatMap(({ settings, at }) => hostsOf(settings).map((host) => ({ host, path: at('host') })));
    for (const { host, path: at } of hosts) {
      if (!ingress && !gateway) yield { path: at, problem: `nothing leads to host ${quote(host)}` };
      if (Object.keys(portsOf(props)).length === 0)
        yield { path: at, problem: `host ${quote(host)} has no port to lead to`, fix: 'add `port`' };
    }
    if ((ingress ?? gateway) && hosts.length === 0) {
      yield {
        path: `${path}.${ingress ? 'ingress' : 'gateway'}`,
        problem: 'there is no host that it could serve',
        fix: 'add `host`',
      };
    }
  },
};
