import { mergeValues, type Values } from '../model/merge-values.ts';
import type { Platform } from '../model/platform.ts';
import { versions } from '../versions.ts';
import { ksopsKustomize } from './argocd-application.ts';
import { applicationHealth } from './argocd-health.ts';
import type { ArgocdProps } from './argocd-props.ts';
import { policyCsv } from './argocd-rbac.ts';

/** Values of the argo-cd chart, 10.x; the user's own are merged over them last. */
export function argocdValues(props: ArgocdProps, platform: Platform): Values {
  const own: Values = {
    global: {
      image: { tag: props.version ?? versions.argocd },
      ...(props.host !== undefined && { domain: props.host }),
      ...(isInsecure(props) && { networkPolicy: { create: false } }),
    },
    configs: { cm: configMap(props, platform), params: params(props), rbac: rbac(props, platform) },
    dex: { enabled: props.dex ?? false },
    server: { service: { type: 'ClusterIP' }, ...ingress(props) },
    // The key that decrypts is mounted into the repo server alone.
    ...(platform.secrets.decryptionKey && { repoServer: ksops(platform.secrets.decryptionKey) }),
    notifications: { enabled: props.notifications ?? true },
  };
  const layers = [networkPolicies(props), metrics(props), highAvailability(props), props.values ?? {}];
  return layers.reduce<Values>(mergeValues, own);
}

/** Whether Argo CD itself speaks plain HTTP, because TLS ends in front of it. */
export function isInsecure({ ingress: front }: ArgocdProps): boolean {
  return front !== undefined;
}

function configMap(props: ArgocdProps, platform: Platform): Values {
  const accounts = Object.entries(props.accounts ?? {}).map(([name, uses]) => [`accounts.${name}`, uses.join(', ')]);
  return {
    'admin.enabled': props.oidc === undefined,
    'resource.customizations.health.argoproj.io_Application': applicationHealth,
    ...(props.oidc && { 'oidc.config': oidcConfig(props.oidc) }),
    // Only the kustomize of that name may run plugins, and only Applications for encrypted folders ask for it.
    ...(platform.secrets.decryptionKey && {
      [`kustomize.path.${ksopsKustomize}`]: '/usr/local/bin/kustomize',
      [`kustomize.buildOptions.${ksopsKustomize}`]: '--enable-alpha-plugins --enable-exec',
    }),
    ...Object.fromEntries(accounts),
  };
}

/** JSON is YAML too, and needs no care about indentation inside a text. */
function oidcConfig({ name, issuer, clientId, clientSecret, scopes }: NonNullable<ArgocdProps['oidc']>): string {
  return JSON.stringify({
    name,
    issuer,
    clientID: clientId,
    clientSecret: `$${clientSecret.secret}:${clientSecret.key}`,
    requestedScopes: scopes ?? ['openid', 'profile', 'email', 'groups'],
  });
}

function params(props: ArgocdProps): Values {
  return {
    ...(isInsecure(props) && { 'server.insecure': true }),
    // A sync that waits for a release which never gets healthy would hold back the commit that mends it (argo-cd #16489, #11494).
    'controller.sync.timeout.seconds': 600,
    ...((props.shards ?? 1) > 1 && { 'controller.sharding.algorithm': 'round-robin' }),
  };
}

function rbac(props: ArgocdProps, platform: Platform): Values {
  return { 'policy.default': '', 'policy.csv': policyCsv(props.rbac ?? {}, platform.teams), scopes: '[groups]' };
}

function ingress({ ingress: front }: ArgocdProps): Values {
  if (!front) return {};
  return {
    ingress: {
      enabled: true,
      controller: 'generic',
      ingressClassName: front.className,
      tls: front.tlsSecret !== undefined,
    },
  };
}

/** The chart's own policy for the server lets everything in, and policies add up: so each other part gets its own, and the server gets ours. */
function networkPolicies(props: ArgocdProps): Values {
  if (!isInsecure(props)) return {};
  const parts = ['controller', 'repoServer', 'applicationSet', 'redis', ...(props.dex ? ['dex'] : [])];
  if (props.notifications ?? true) parts.push('notifications');
  return Object.fromEntries(parts.map((part) => [part, { networkPolicy: { create: true } }]));
}

function metrics({ metrics: wanted }: ArgocdProps): Values {
  if (!wanted) return {};
  const labels = wanted.serviceMonitorLabels;
  const endpoint = { enabled: true, ...(labels && { serviceMonitor: { enabled: true, additionalLabels: labels } }) };
  const parts = ['controller', 'server', 'repoServer', 'applicationSet', 'notifications'];
  return Object.fromEntries(parts.map((part) => [part, { metrics: endpoint }]));
}

function highAvailability({ ha, shards }: ArgocdProps): Values {
  const controller = { controller: { replicas: shards ?? 1 } };
  if (!ha) return (shards ?? 1) > 1 ? controller : {};
  const two = { replicas: 2 };
  return { ...controller, server: two, repoServer: two, applicationSet: two, 'redis-ha': { enabled: true } };
}

/** KSOPS is copied in by an init container of its own image, which has no shell; the age key comes from a Secret. */
function ksops({ secret, key }: { secret: string; key: string }): Values {
  return {
    initContainers: [
      {
        name: 'install-ksops',
        image: `docker.io/viaductoss/ksops:${versions.ksops}`,
        command: ['/usr/local/bin/ksops', 'install', '/custom-tools'],
        volumeMounts: [{ name: 'custom-tools', mountPath: '/custom-tools' }],
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
          readOnlyRootFilesystem: true,
          runAsNonRoot: true,
          runAsUser: 999,
          seccompProfile: { type: 'RuntimeDefault' },
        },
      },
    ],
    env: [{ name: 'SOPS_AGE_KEY_FILE', value: `/sops-age/${key}` }],
    volumes: [
      { name: 'custom-tools', emptyDir: {} },
      { name: 'sops-age', secret: { secretName: secret } },
    ],
    volumeMounts: [
      { name: 'custom-tools', mountPath: '/usr/local/bin/ksops', subPath: 'ksops' },
      { name: 'sops-age', mountPath: '/sops-age', readOnly: true },
    ],
  };
}
