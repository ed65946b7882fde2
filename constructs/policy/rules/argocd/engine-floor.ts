import { quote } from '../../../model/issue.ts';
import { versions } from '../../../versions.ts';
import { floorAbove, floors, parseVersion } from '../../floors.ts';
import type { Finding, OptionRule } from '../../rule.ts';
import { type ArgocdOptions, valueAt } from './argocd-options.ts';

export const engineFloor: OptionRule<ArgocdOptions> = {
  code: 'FL1301',
  title: 'Argo CD is a release without a known critical hole',
  why:
    'Before 3.3.15, 3.4.10, 3.5.4 and 3.6.0 a manifest can run commands in the repo server (CVE-2026-113708, CVE-2026-113709), ' +
    'read its files (GHSA-m3vr-7329-44ww) or leave its project through a delete hook (CVE-2026-77459)',
  fix: `use ${versions.argocd} or newer`,
  *options({ props, values }) {
    const tag = valueAt(values, 'global', 'image', 'tag');
    yield* check(tag === (props.version ?? versions.argocd) ? 'engine.version' : 'engine.values.global.image.tag', tag);
    for (const part of parts) {
      const own = valueAt(values, part, 'image', 'tag');
      if (own !== undefined && own !== '') yield* check(`engine.values.${part}.image.tag`, own);
    }
  },
};

/** Parts of the chart that can have an image of their own. */
const parts = ['controller', 'server', 'repoServer', 'applicationSet', 'notifications', 'commitServer'];

function* check(path: string, tag: unknown): Iterable<Finding> {
  const version = typeof tag === 'string' ? parseVersion(tag) : undefined;
  if (!version) {
    yield { path, problem: `${quote(tag)} is not a full version`, fix: `write it like ${quote(versions.argocd)}` };
    return;
  }
  const floor = floorAbove(version, floors.argocd);
  if (floor === undefined) return;
  yield {
    path,
    problem: `${quote(tag)} has critical holes that ${floor} mends`,
    fix: `use ${quote(`v${floor}`)} or newer`,
  };
}
