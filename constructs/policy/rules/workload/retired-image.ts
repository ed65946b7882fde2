import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';
import { imageUses } from './image-uses.ts';

/** Images whose projects have ended, by a part of their repository. */
const RETIRED: readonly (readonly [repository: RegExp, what: string, fix: string])[] = [
  [/(^|\/)kaniko(-project)?(\/|$)|kaniko-executor/, 'Kaniko was archived in June 2025', 'build with rootless BuildKit'],
  [
    /ingress-nginx\/|\/nginx-ingress-controller$/,
    'ingress-nginx was archived on 24 March 2026',
    'use Traefik, or a Gateway',
  ],
];

export const retiredImage: Rule = {
  code: 'FL1511',
  title: 'Images come from projects that still mend security holes',
  why: 'An archived project gets no more fixes: Kaniko (June 2025), ingress-nginx (24 March 2026)',
  fix: 'use its successor',
  level: 'warning',
  *model(platform) {
    for (const { image, path } of imageUses(platform)) {
      for (const [repository, what, fix] of RETIRED) {
        if (repository.test(image.repository)) yield { path, problem: `${quote(image.repository)}: ${what}`, fix };
      }
    }
  },
};
