import { findPlaintextSecrets } from '../../../secrets/sops/find-plaintext-secrets.ts';
import type { OptionRule } from '../../rule.ts';
import type { ChartOptions } from './chart-options.ts';

export const chartSecrets: OptionRule<ChartOptions> = {
  code: 'FL1455',
  title: 'The values of a chart hold no secret',
  why: "Values are in git and in the engine's own objects, where every reader of the project sees them",
  fix: "put it into a Secret and give the chart that Secret's name",
  *options({ chart, path }) {
    for (const { path: place, problem } of findPlaintextSecrets(chart.values, `${path}.values`))
      yield { path: place, problem };
  },
};
