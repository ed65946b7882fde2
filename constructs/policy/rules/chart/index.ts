import type { OptionRule } from '../../rule.ts';
import { chartDeprecated } from './chart-deprecated.ts';
import { chartFloor } from './chart-floor.ts';
import type { ChartOptions } from './chart-options.ts';
import { chartRepository } from './chart-repository.ts';
import { chartSecrets } from './chart-secrets.ts';
import { chartVersion } from './chart-version.ts';
import { releaseName } from './release-name.ts';

/** Rules that look at a Helm chart: FL145x, and the deprecations of FL21xx. */
export const chartRules: readonly OptionRule<ChartOptions>[] = [
  chartVersion,
  chartRepository,
  releaseName,
  chartFloor,
  chartSecrets,
  chartDeprecated,
];
