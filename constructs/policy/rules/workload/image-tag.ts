import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';
import { imageUses } from './image-uses.ts';

export const imageTag: Rule = {
  code: 'FL1503',
  title: 'A tag is one that a registry can have',
  why: 'Registries take at most 128 letters, digits, "_", "." and "-", the first no "." or "-" (OCI distribution specification)',
  fix: 'use the tag as the registry shows it',
  *model(platform) {
    for (const { image, path } of imageUses(platform)) {
      const problem = image.own ? undefined : tagProblem(image.tag);
      if (problem !== undefined) yield { path, problem };
    }
  },
};

/** What no registry would accept in a tag; undefined when it is fine, or empty. */
export function tagProblem(tag: string): string | undefined {
  if (tag.length > 128) return `tag ${quote(tag)} has ${tag.length} characters, and 128 is the limit`;
  if (/^[.-]/.test(tag)) return `tag ${quote(tag)} starts with ${quote(tag[0])}`;
  return /^\w?[\w.-]*$/.test(tag)
    ? undefined
    : `tag ${quote(tag)} has characters other than letters, digits, "_", "." and "-"`;
}
