import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';
import { keyPath, ownReleases } from './own-releases.ts';

export const releaseMissing: Rule = {
  code: 'FL1506',
  title: "Each environment has a tag for each of the platform's own images",
  why: 'The tag is what CI built and somebody promoted; Fairlead has none to fall back on, since `latest` would be another image tomorrow',
  fix: 'run `fairlead promote`, or write the tag of an image that CI has pushed',
  *model(platform) {
    const { example } = platform.tags;
    for (const { service, file, keys, release } of ownReleases(platform)) {
      if (!release) {
        const lines = keys.map((key) => quote(`${key}: "${example}"`)).join(' and ');
        yield {
          path: file,
          problem: `service ${quote(service.name)} runs an image of your own, and the file is not there`,
          fix: `write the file with ${lines}`,
        };
        continue;
      }
      // A file that cannot be read is another rule's to report.
      if (release.problems.some(({ key }) => key === undefined)) continue;
      const known = new Set([...release.tags.keys(), ...release.problems.map(({ key }) => key)]);
      for (const key of keys) {
        if (known.has(key)) continue;
        yield {
          path: keyPath(file, key),
          problem: `there is no tag for ${quote(key)}`,
          fix: `add ${quote(`${key}: "${example}"`)} with a tag that CI has pushed`,
        };
      }
    }
  },
};
