import { quote } from '../../../model/issue.ts';
import { parseVersion } from '../../floors.ts';
import type { OptionRule } from '../../rule.ts';
import type { ChartOptions } from './chart-options.ts';

export const chartVersion: OptionRule<ChartOptions> = {
  code: 'FL1451',
  title: 'A chart is pinned to one version',
  why: 'A range, or no version, changes the cluster on a day when nobody changed git, and the review shows nothing',
  fix: 'write the whole version, such as "1.21.1"',
  *options({ chart: { version }, path }) {
    if (!parseVersion(version)) yield { path: `${path}.version`, problem: `${quote(version)} is not one version` };
  },
};
