import { quote } from '../../../model/issue.ts';
import { namespacesOf } from '../../../model/resolve.ts';
import type { Rule } from '../../rule.ts';

export const accessWrites: Rule = {
  code: 'FL1602',
  title: 'CI writes only where the engine does not',
  why: 'Self-heal takes back within minutes what a job changes, and until then the cluster is not what git says',
  fix: 'move it to `reads` and let the job change git; only previews are deployed by a job',
  *model(platform) {
    const owners = new Map(
      platform.services.flatMap((service) =>
        namespacesOf(service, platform.environments).map((name) => [name, service.name] as const),
      ),
    );
    for (const { name, writes } of platform.access) {
      for (const namespace of writes) {
        const owner = owners.get(namespace);
        if (owner !== undefined)
          yield {
            path: `access.${name}.writes`,
            problem: `${quote(namespace)} is kept in sync with git, for service ${quote(owner)}`,
          };
      }
    }
  },
};
