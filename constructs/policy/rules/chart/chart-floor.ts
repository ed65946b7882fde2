import { quote } from '../../../model/issue.ts';
import { floorAbove, floors, parseVersion } from '../../floors.ts';
import type { OptionRule } from '../../rule.ts';
import type { ChartOptions } from './chart-options.ts';

/** Charts whose version is that of what they install. */
const table: ReadonlyMap<string, readonly string[]> = new Map([['external-secrets', floors.externalSecrets]]);

export const chartFloor: OptionRule<ChartOptions> = {
  code: 'FL1454',
  title: 'A chart installs a release without a known hole',
  why: 'External Secrets before 2.4.0 reads secrets across namespaces (CVE-2026-22822, CVE-2026-42875)',
  fix: 'use a newer chart',
  *options({ chart, path }) {
    const version = parseVersion(chart.version);
    const floor = version && floorAbove(version, table.get(chart.chart) ?? []);
    if (floor !== undefined)
      yield {
        path: `${path}.version`,
        problem: `${chart.chart} ${quote(chart.version)} has holes that ${floor} mends`,
        fix: `use ${quote(floor)} or newer`,
      };
  },
};
