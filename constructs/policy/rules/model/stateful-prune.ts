import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';

export const statefulPrune: Rule = {
  code: 'FL2006',
  title: 'The engine does not prune data that nothing guards',
  why: 'Objects that Fairlead renders carry a guard; in a chart or another repository a volume that leaves the manifests is deleted with its data',
  fix: 'add `prune: false`, and remove by hand what is no longer wanted',
  *model(platform) {
    for (const { name, stateful, prune, source } of platform.services) {
      if (stateful && prune && !source.guarded)
        yield { path: `services.${name}.prune`, problem: `service ${quote(name)} keeps data, and nothing guards it` };
    }
  },
};
