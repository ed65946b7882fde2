import { quote } from '../../../model/issue.ts';
import type { OptionRule } from '../../rule.ts';
import { type ArgocdOptions, valueAt } from './argocd-options.ts';

export const anonymousAccess: OptionRule<ArgocdOptions> = {
  code: 'FL1306',
  title: 'Nobody uses Argo CD without signing in',
  why: 'With anonymous access a forged token has made anyone admin (CVE-2022-29165), and a default role gives every group a right that nobody listed',
  fix: 'list groups under `rbac` or `teams` instead',
  *options({ values }) {
    if (String(valueAt(values, 'configs', 'cm', 'users.anonymous.enabled')) === 'true') {
      yield { path: 'engine.values.configs.cm["users.anonymous.enabled"]', problem: 'anonymous access is on' };
    }
    const role = valueAt(values, 'configs', 'rbac', 'policy.default');
    if (role !== '') {
      yield {
        path: 'engine.values.configs.rbac["policy.default"]',
        problem: `everyone who signs in has ${quote(role)}`,
      };
    }
  },
};
