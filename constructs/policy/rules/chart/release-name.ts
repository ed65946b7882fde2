import { quote } from '../../../model/issue.ts';
import { labelFor, labelProblem } from '../../../model/names.ts';
import type { OptionRule } from '../../rule.ts';
import type { ChartOptions } from './chart-options.ts';

/** Helm leaves ten characters for what charts add. */
const limit = 53;

export const releaseName: OptionRule<ChartOptions> = {
  code: 'FL1453',
  title: 'A Helm release name has at most 53 characters',
  why: 'Helm refuses a longer one, and only when the engine renders it',
  fix: 'set a shorter `releaseName`',
  *options({ chart, path }) {
    const problem = labelProblem(chart.releaseName, limit);
    if (problem === undefined) return;
    yield {
      path: `${path}.releaseName`,
      problem: `${quote(chart.releaseName)} ${problem}`,
      fix: `set ${quote(labelFor(chart.releaseName, limit))}`,
    };
  },
};
