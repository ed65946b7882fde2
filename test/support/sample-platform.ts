import { ApiObject, type ApiObjectProps } from 'cdk8s';
import type { Construct } from 'constructs';
import { argocd } from '../../constructs/delivery/argocd.ts';
import type { ArgocdProps } from '../../constructs/delivery/argocd-props.ts';
import type { RepositoryCredential } from '../../constructs/forge/forge.ts';
import { gitlab } from '../../constructs/forge/gitlab.ts';
import type { PlatformProps } from '../../constructs/model/platform.ts';
import type { ServiceProps } from '../../constructs/model/service.ts';
import { gitPath } from '../../constructs/sources/git-path.ts';
import { type HelmProps, helm } from '../../constructs/sources/helm.ts';
import { stubSecrets } from './stub-secrets.ts';

/** A small valid definition: one service from another repository. What a test is about goes into `overrides`. */
export function samplePlatform(overrides: Partial<PlatformProps> = {}): PlatformProps {
  return {
    name: 'sample',
    domain: 'example.org',
    repository: { url: 'https://gitlab.com/acme/platform' },
    forge: gitlab({ credentials: [{ url: 'https://gitlab.com/acme/', secret: 'repo-creds' }] }),
    engine: argocd(),
    secrets: stubSecrets(),
    services: { shop: shop() },
    ...overrides,
  };
}

/** The sample with these services, each a folder of another repository unless it says otherwise. */
export function withServices(
  services: Readonly<Record<string, Partial<ServiceProps>>>,
  overrides: Partial<PlatformProps> = {},
): PlatformProps {
  const filled = Object.entries(services).map(([name, props]) => [name, shop(props)]);
  return samplePlatform({ ...overrides, services: Object.fromEntries(filled) });
}

export function shop(props: Partial<ServiceProps> = {}): ServiceProps {
  return { source: gitPath({ url: 'https://gitlab.com/acme/shop', path: 'k8s' }), ...props };
}

/** The sample with one service that is a chart. */
export function withChart(props: Partial<HelmProps>, service: Partial<ServiceProps> = {}): PlatformProps {
  const chart = { chart: 'traefik', repository: 'https://charts.example.org', version: '1.2.3', ...props };
  return withServices({ shop: { source: helm(chart), ...service } });
}

export function withArgocd(props: ArgocdProps, overrides: Partial<PlatformProps> = {}): PlatformProps {
  return samplePlatform({ engine: argocd(props), ...overrides });
}

export function withCredentials(...credentials: readonly Partial<RepositoryCredential>[]): PlatformProps {
  const filled = credentials.map((credential) => ({
    url: 'https://gitlab.com/acme/',
    secret: 'repo-creds',
    ...credential,
  }));
  return samplePlatform({ forge: gitlab({ credentials: filled }) });
}

/** The sample with objects of its own, through `customize`: what the rules for objects say of them. */
export function withObjects(...objects: readonly (ApiObjectProps & Record<string, unknown>)[]): PlatformProps {
  const customize = (scope: Construct) => {
    for (const [index, object] of objects.entries()) new ApiObject(scope, `object-${index}`, object);
  };
  return samplePlatform({ customize });
}
