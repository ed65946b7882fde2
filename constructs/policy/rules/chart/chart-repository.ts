import { hostOnly, repositoryUrlProblem } from '../../../forge/repository-url.ts';
import { quote } from '../../../model/issue.ts';
import type { OptionRule } from '../../rule.ts';
import type { ChartOptions } from './chart-options.ts';

export const chartRepository: OptionRule<ChartOptions> = {
  code: 'FL1452',
  title: 'A chart comes over https or from an OCI registry',
  why: 'Over http anyone on the way can change what the cluster runs; a credential in a URL is in git for ever',
  fix: 'write it like "https://charts.example.org" or "oci://registry.example.org/charts"',
  *options({ chart: { repository, chart }, path }) {
    const problem = repositoryUrlProblem(repository.replace(/^oci:/, 'https:'));
    // An index may lie at the root of its host.
    if (problem && problem.text !== hostOnly)
      yield { path: `${path}.repository`, problem: `${quote(problem.shown)} ${problem.text}` };
    if (repository.startsWith('oci:') && repository.endsWith(`/${chart}`)) {
      yield {
        path: `${path}.repository`,
        problem: `${quote(repository)} ends with the chart's name`,
        fix: `leave "/${chart}" out: it comes from \`chart\``,
      };
    }
  },
};
