import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';

export const tokenLife: Rule = {
  code: 'FL1603',
  title: 'A token of a CI identity lives between 10 minutes and a day',
  why: 'The API server refuses less than 10 minutes; a token that outlives its job by weeks is a password that nobody rotates',
  fix: 'use the length of the longest job, in minutes; the default is 60',
  *model(platform) {
    for (const { name, tokenMinutes } of platform.access) {
      if (tokenMinutes < 10 || tokenMinutes > 24 * 60)
        yield { path: `access.${name}.tokenMinutes`, problem: `${quote(tokenMinutes)} minutes` };
    }
  },
};
