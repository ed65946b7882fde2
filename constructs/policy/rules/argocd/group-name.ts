import { quote } from '../../../model/issue.ts';
import type { Finding, OptionRule } from '../../rule.ts';
import type { ArgocdOptions } from './argocd-options.ts';

export const groupName: OptionRule<ArgocdOptions> = {
  code: 'FL1307',
  title: 'A group name is one line of plain text',
  why: 'Groups become lines of a policy: a line break in one would add a line of its own',
  fix: 'write the name as the identity provider has it, without line breaks or control characters',
  *options({ props, platform }) {
    yield* bad('engine.rbac.admins', props.rbac?.admins ?? []);
    yield* bad('engine.rbac.readers', props.rbac?.readers ?? []);
    for (const { name, groups } of platform.teams) yield* bad(`teams.${name}.groups`, groups);
  },
};

function* bad(path: string, groups: readonly string[]): Iterable<Finding> {
  for (const group of groups) {
    if (group.trim() !== group || group === '' || /\p{Cc}/u.test(group))
      yield { path, problem: `${quote(group)} cannot be a group` };
  }
}
