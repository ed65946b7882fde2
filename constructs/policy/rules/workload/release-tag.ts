import type { TagFormat } from '../../../model/image.ts';
import { quote } from '../../../model/issue.ts';
import type { Finding, Rule } from '../../rule.ts';
import { keyPath, ownReleases } from './own-releases.ts';

export const releaseTag: Rule = {
  code: 'FL1509',
  title: "Tags of the platform's own images have the form that its CI gives them",
  why: 'A tag of another form was never pushed, and the pod fails with ErrImagePull; or it can be moved, and then nobody knows what runs',
  fix: 'use the tag as CI has pushed it',
  *model(platform) {
    for (const { file, release } of ownReleases(platform)) {
      for (const [key, tag] of release?.tags ?? []) {
        if (!platform.tags.pattern.test(tag)) yield { path: keyPath(file, key), ...explain(tag, platform.tags) };
      }
    }
  },
};

/** What most likely went wrong, and the tag that would have been right. */
function explain(tag: string, { title, pattern, example }: TagFormat): Omit<Finding, 'path'> {
  const wanted = `not ${title}`;
  if (/^(latest|stable|main|master)$/.test(tag)) {
    return {
      problem: `tag ${quote(tag)} can be moved to another image at any time`,
      fix: `use the tag of the commit, such as ${quote(example)}`,
    };
  }
  const digits = /^(?:sha-)?([0-9a-f]{7,40})$/i.exec(tag)?.[1]?.toLowerCase();
  if (digits === undefined)
    return { problem: `tag ${quote(tag)} is ${wanted}`, fix: `write it like ${quote(example)}` };
  const what = digits.length === 40 ? 'all 40 digits of a commit' : `${digits.length} digits of a commit`;
  const meant = [`sha-${digits.slice(0, 7)}`, digits].find((candidate) => pattern.test(candidate));
  return {
    problem: `tag ${quote(tag)} has ${what}, ${wanted}`,
    fix: meant === undefined ? `write it like ${quote(example)}` : `use ${quote(meant)}, if CI has pushed it`,
  };
}
