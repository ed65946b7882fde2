import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';
import { imageUses } from './image-uses.ts';

export const imageDigest: Rule = {
  code: 'FL1504',
  title: 'A digest is sha256: and 64 digits',
  why: 'With any other digest the node cannot find the image, whatever the tag says',
  fix: 'copy the digest of the multi-platform index, as `docker buildx imagetools inspect` prints it',
  *model(platform) {
    for (const { image, path } of imageUses(platform)) {
      if (image.own || image.digest === '' || /^sha256:[0-9a-f]{64}$/.test(image.digest)) continue;
      const hex = /^sha256:([0-9a-f]*)$/i.exec(image.digest)?.[1];
      const problem =
        hex === undefined
          ? 'is not sha256: and 64 digits'
          : hex.length === 64
            ? 'has upper-case digits'
            : `has ${hex.length} digits, not 64`;
      yield {
        path,
        problem: `digest ${quote(image.digest)} ${problem}`,
        ...(hex?.length === 64 && { fix: `use ${quote(image.digest.toLowerCase())}` }),
      };
    }
  },
};
