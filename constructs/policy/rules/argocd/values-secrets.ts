import { findPlaintextSecrets } from '../../../secrets/sops/find-plaintext-secrets.ts';
import type { OptionRule } from '../../rule.ts';
import type { ArgocdOptions } from './argocd-options.ts';

export const valuesSecrets: OptionRule<ArgocdOptions> = {
  code: 'FL1309',
  title: 'The values of Argo CD hold no secret',
  why: 'Values are in git and in the state of what installs the chart, where every reader sees them',
  fix: 'put it into a Secret in the namespace of Argo CD, and refer to it as "$secret:key"',
  *options({ props }) {
    for (const { path, problem } of findPlaintextSecrets(props.values ?? {}, 'engine.values')) yield { path, problem };
  },
};
