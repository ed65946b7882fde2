import { quote } from '../../../model/issue.ts';
import { versions } from '../../../versions.ts';
import { parseVersion } from '../../floors.ts';
import type { OptionRule } from '../../rule.ts';
import { type ArgocdOptions, valueAt } from './argocd-options.ts';

/** Minor of Argo CD that a chart was made for: its appVersion, read in argo-helm. */
const chartMinors: ReadonlyMap<string, string> = new Map([[versions.argocdChart, '3.4']]);

export const chartMinor: OptionRule<ArgocdOptions> = {
  code: 'FL1302',
  title: 'The image stays on the minor that the chart was made for',
  why: 'A chart sets flags, RBAC and CRDs for its own minor; Argo CD 3.5, for one, wants other repo server flags than 3.4',
  fix: 'take a patch of the minor that the chart was made for, or a chart made for that minor',
  *options({ props, values }) {
    const chart = props.chartVersion ?? versions.argocdChart;
    if (!parseVersion(chart)) {
      const fix = `write it like ${quote(versions.argocdChart)}`;
      yield { path: 'engine.chartVersion', problem: `${quote(chart)} is not one version of the chart`, fix };
      return;
    }
    const minor = chartMinors.get(chart);
    const tag = valueAt(values, 'global', 'image', 'tag');
    const version = typeof tag === 'string' ? parseVersion(tag) : undefined;
    if (minor === undefined && props.version === undefined) {
      yield {
        path: 'engine.chartVersion',
        problem: `Fairlead does not know which Argo CD chart ${quote(chart)} was made for`,
        fix: 'set engine.version to a patch of that minor',
      };
    }
    if (minor !== undefined && version && `${version.major}.${version.minor}` !== minor) {
      yield { path: 'engine.version', problem: `chart ${chart} was made for Argo CD ${minor}, not for ${quote(tag)}` };
    }
  },
};
