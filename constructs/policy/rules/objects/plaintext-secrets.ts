import { findPlaintextSecrets } from '../../../secrets/sops/find-plaintext-secrets.ts';
import type { Rule } from '../../rule.ts';

export const plaintextSecrets: Rule = {
  code: 'FL1740',
  title: 'No rendered object holds a secret in clear',
  why: 'What is rendered is committed: every reader of the repository, and of its history, has it',
  fix: 'encrypt it with SOPS or fetch it with External Secrets, and name the Secret where it is used',
  *object({ manifest, file }) {
    for (const { path, problem, fix } of findPlaintextSecrets(manifest, file)) yield { path, problem, fix };
  },
};
