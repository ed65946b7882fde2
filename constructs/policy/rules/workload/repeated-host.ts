import { quote } from '../../../model/issue.ts';
import { hostsOf } from '../../../workload/environment-props.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const repeatedHost: OptionRule<WorkloadUse> = {
  code: 'FL1927',
  title: 'A host leads to one environment',
  why: 'With one host in two environments a visitor gets either, as the ingress controller sees fit',
  fix: 'give each environment a host under `environments`',
  *options({ variants }) {
    const owners = new Map<string, string | undefined>();
    for (const { environment, settings, at } of variants) {
      for (const host of hostsOf(settings)) {
        if (owners.has(host)) {
          const other = owners.get(host);
          const problem =
            other === environment
              ? `host ${quote(host)} is listed twice`
              : `host ${quote(host)} would serve ${quote(other)} and ${quote(environment)}`;
          yield { path: at('host'), problem };
        }
        owners.set(host, environment);
      }
    }
  },
};
