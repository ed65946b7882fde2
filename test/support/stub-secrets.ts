import type { SecretsStrategy } from '../../constructs/secrets/secrets-strategy.ts';

/** A strategy that renders nothing and says that it brings these Secrets. */
export function stubSecrets(...provided: readonly string[]): SecretsStrategy {
  return {
    title: 'Stub',
    originals: 'nowhere',
    check: () => [],
    provides: () => ['argocd/repo-creds', ...provided],
    byHand: () => [],
    render: () => [],
    steps: () => [],
  };
}
