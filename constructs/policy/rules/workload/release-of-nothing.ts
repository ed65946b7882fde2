import { quote, suggest } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';
import { ownReleases } from './own-releases.ts';

export const releaseOfNothing: Rule = {
  code: 'FL1510',
  title: "A release file belongs to a service that runs the platform's own image",
  why: 'Promotions to a file that no service reads change nothing in the cluster',
  fix: 'remove the file, or name it after its service',
  *model(platform) {
    const known = [...ownReleases(platform)].map(({ file }) => file);
    const files = new Set(known);
    for (const name of platform.inputs.releases.keys()) {
      const file = `releases/${name}`;
      if (!files.has(file))
        yield {
          path: file,
          problem: `no service of the platform reads ${quote(name)}`,
          fix: `remove the file, or ${suggest(file, known)}`,
        };
    }
  },
};
