import { quote, suggest } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';
import { keyPath, ownReleases } from './own-releases.ts';

export const releaseKey: Rule = {
  code: 'FL1507',
  title: 'A release file has tags for environments of the platform only',
  why: 'A tag under a misspelled environment goes nowhere, and looks as if it were released',
  fix: 'remove the line',
  *model(platform) {
    for (const { file, keys, release } of ownReleases(platform)) {
      const found = [...(release?.tags.keys() ?? []), ...(release?.problems ?? []).flatMap(({ key }) => key ?? [])];
      for (const key of found) {
        if (keys.includes(key)) continue;
        const problem =
          keys[0] === 'tag' && keys.length === 1
            ? `${quote(key)} is no key here: the platform has no environments`
            : `${quote(key)} is no environment`;
        yield { path: keyPath(file, key), problem, fix: `remove the line, or ${suggest(key, keys)}` };
      }
    }
  },
};
