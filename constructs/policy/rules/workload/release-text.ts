import type { Rule } from '../../rule.ts';
import { keyPath, ownReleases } from './own-releases.ts';

export const releaseText: Rule = {
  code: 'FL1508',
  title: 'A release file is a map from environment to a tag in quotation marks',
  why: 'Without quotation marks YAML readers take 0123456 and 12e4567 for numbers: kubefirst deployed 6.063e+28 instead of 6063e25 (gitops-template #662)',
  fix: 'write the tag in quotation marks',
  *model(platform) {
    for (const { file, release } of ownReleases(platform)) {
      for (const { key, problem, fix } of release?.problems ?? []) yield { path: keyPath(file, key), problem, fix };
    }
  },
};
