import { quote } from '../../../model/issue.ts';
import type { OptionRule } from '../../rule.ts';
import type { ArgocdOptions } from './argocd-options.ts';

export const projectToken: OptionRule<ArgocdOptions> = {
  code: 'FL1305',
  title: 'Jobs do not hold Argo CD tokens',
  why: 'An API token has read repository passwords (CVE-2025-55190) and Secrets (CVE-2026-42880); a job that pushes to git needs none',
  fix: 'let the job push to git; drop the account, or give it `login` only',
  level: 'warning',
  *options({ props }) {
    for (const [name, uses] of Object.entries(props.accounts ?? {})) {
      if (uses.includes('apiKey'))
        yield { path: `engine.accounts.${name}`, problem: `account ${quote(name)} may have API tokens` };
    }
  },
};
