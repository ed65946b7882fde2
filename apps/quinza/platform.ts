import { argocd, definePlatform, gitlab, gitPath, sops } from 'fairlead';

/** The homelab of quinza.dev: one Talos cluster, GitLab, Argo CD behind Cloudflare and Caddy. */
export default definePlatform({
  name: 'quinza',
  description: 'The homelab of quinza.dev.',
  domain: 'quinza.dev',
  repository: { url: 'https://gitlab.com/aitorquinza/platform' },

  forge: gitlab({
    credentials: [{ url: 'https://gitlab.com/aitorquinza/', secret: 'repo-creds-gitlab' }],
  }),

  engine: argocd({
    host: 'argocd.quinza.dev',
    // Caddy stands outside the cluster and sends plain HTTP with this Host header to the ingress.
    ingress: { className: 'traefik', namespace: 'traefik', tlsEndsAt: 'Caddy at 10.10.1.1, behind Cloudflare' },
    metrics: {},
  }),

  secrets: sops({
    originals: '1Password',
    // The key that comes with this example is nobody's: put in the public key of your own, and encrypt the files in secrets/ again.
    recipients: ['age1tuf6lpcaqptv33ha4zntfy06qwyy8ty7dlfu0sdl5hggufvzjvvswj0g5n'],
  }),

  services: {
    carzying: {
      description: 'Car marketplace',
      source: gitPath({ url: 'https://gitlab.com/aitorquinza/carzying', path: 'k8s' }),
      hosts: ['carzying.quinza.dev'],
    },
  },

  namespaces: {
    'carzying-preview': {},
    'gitlab-ci': {},
  },

  access: {
    // Argo CD deploys carzying, so jobs only look at it; previews are theirs.
    'gitlab-ci-deploy': { namespace: 'gitlab-ci', reads: ['carzying'], writes: ['carzying-preview'] },
  },
});
