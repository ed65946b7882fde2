import type { UpstreamImage } from '../../../model/image.ts';
import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';
import { imageUses, written } from './image-uses.ts';

/** Three numbers or more, as in `4.0.15` or `v1.2.3-alpine`. */
const FULL_VERSION = /^v?\d+\.\d+\.\d+([._-][\w.-]*)?$/;

export const imageVersion: Rule = {
  code: 'FL1502',
  title: "Somebody else's image is pinned to a full version or a digest",
  why: 'A tag such as latest, stable or 4 is moved to another image by its owner: what was reviewed is not what runs, and two nodes may run two',
  fix: 'add a full version such as :4.0.15, or a digest',
  *model(platform) {
    for (const { image, path } of imageUses(platform)) {
      const problem = image.own || image.digest !== '' ? undefined : loose(image);
      if (problem !== undefined) yield { path, problem: `${quote(written(image))} ${problem}` };
    }
  },
};

function loose({ tag }: UpstreamImage): string | undefined {
  if (tag === '') return 'has no tag, which means latest';
  if (tag === 'latest') return 'is whatever its owner pushed last';
  if (FULL_VERSION.test(tag)) return undefined;
  return /^v?\d+(\.\d+)?([._-]|$)/.test(tag)
    ? 'has a part of a version only, which its owner moves'
    : 'has a tag that its owner can move';
}
