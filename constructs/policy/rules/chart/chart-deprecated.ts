import { quote } from '../../../model/issue.ts';
import type { OptionRule } from '../../rule.ts';
import type { ChartOptions } from './chart-options.ts';

const ended: Readonly<Record<string, string>> = {
  'ingress-nginx': 'was archived on 24 March 2026 and gets no fixes; use traefik, or a Gateway API controller',
  'actions-runner-controller': 'is kept by volunteers only; use gha-runner-scale-set',
  kaniko: 'is archived; use rootless BuildKit',
};

export const chartDeprecated: OptionRule<ChartOptions> = {
  code: 'FL2101',
  title: 'A chart is still looked after',
  why: 'What nobody looks after gets no fixes for the next hole',
  fix: 'move to what replaced it',
  level: 'warning',
  *options({ chart: { chart }, path }) {
    const [state, fix] = (Object.hasOwn(ended, chart) ? (ended[chart] ?? '') : '').split('; ');
    if (state) yield { path: `${path}.chart`, problem: `${quote(chart)} ${state}`, ...(fix !== undefined && { fix }) };
  },
};
