import { argocd, definePlatform, externalSecrets, github, helm, upstreamImage, workload } from 'fairlead';
import { versions } from '../versions.ts';
import { addressPool, clusterIssuer } from './network.ts';

const domain = 'home.example.org';
const ingress = { className: 'traefik', namespace: 'traefik', tls: { clusterIssuer: 'letsencrypt' } };

const rbac = ['ClusterRole', 'ClusterRoleBinding'].map((kind) => ({ group: 'rbac.authorization.k8s.io', kind }));
const crds = { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' };
const validation = { group: 'admissionregistration.k8s.io', kind: 'ValidatingWebhookConfiguration' };
const mutation = { group: 'admissionregistration.k8s.io', kind: 'MutatingWebhookConfiguration' };

/** A media server for one household, in layers: each wave stands on the ones before it. */
export default definePlatform({
  name: 'layered',
  description: 'A homelab in layers: secrets, certificates, network, storage, sign-in, and what they are for.',
  domain,
  repository: { url: 'https://github.com/layered/homelab' },
  forge: github({ publicRepositories: true }),

  engine: argocd({
    host: `argocd.${domain}`,
    ingress: { className: 'traefik', namespace: 'traefik', tlsSecret: 'argocd-server-tls' },
    oidc: {
      name: 'Dex',
      issuer: `https://dex.${domain}`,
      clientId: 'argocd',
      clientSecret: { secret: 'argocd-oidc', key: 'clientSecret' },
    },
    rbac: { admins: ['layered:admins'] },
    // As in the cluster already: another name would delete what runs, and create it again.
    rootName: 'bootstrap',
    applicationName: (service) => `${service}-app`,
    orderedUpdates: true,
    values: { server: { ingress: { annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } } } },
  }),

  secrets: externalSecrets({
    originals: 'AWS Parameter Store',
    credentials: { secret: 'parameter-store', keys: ['access-key', 'secret-access-key'] },
    provider: { aws: { service: 'ParameterStore', region: 'eu-central-1', auth: { secretRef: awsKeys() } } },
    secrets: {
      'argocd/argocd-oidc': {
        data: { clientSecret: '/homelab/dex/argocd' },
        labels: { 'app.kubernetes.io/part-of': 'argocd' },
      },
      'dex/dex': {
        data: {
          ARGOCD_CLIENT_SECRET: '/homelab/dex/argocd',
          GITHUB_CLIENT_ID: '/homelab/dex/github-id',
          GITHUB_CLIENT_SECRET: '/homelab/dex/github-secret',
        },
      },
    },
  }),

  teams: {
    infrastructure: { description: 'What everything else stands on.' },
    media: { description: 'What the household uses.', groups: ['layered:household'] },
  },

  waves: {
    0: 'Secrets must be available for all other services',
    1: 'TLS certificates needed for ingress',
    2: 'Networking layer (ingress + load balancer)',
    3: 'Storage layer for persistent workloads',
    4: 'Authentication (OIDC for Argo CD)',
    10: 'Default wave for applications',
  },

  services: {
    'external-secrets': {
      team: 'infrastructure',
      wave: 0,
      source: helm({
        chart: 'external-secrets',
        repository: 'https://charts.external-secrets.io',
        version: versions.externalSecrets,
        // Stores belong to a namespace here, so the operator needs no eye on the whole cluster's.
        values: { processClusterStore: false, processClusterExternalSecret: false, processClusterPushSecret: false },
      }),
      clusterResources: [crds, ...rbac, validation],
    },
    'cert-manager': {
      team: 'infrastructure',
      wave: 1,
      source: helm({
        chart: 'cert-manager',
        repository: 'oci://quay.io/jetstack/charts',
        version: versions.certManager,
        values: { crds: { enabled: true, keep: true }, global: { leaderElection: { namespace: 'cert-manager' } } },
        customize: clusterIssuer('letsencrypt', ingress.className),
      }),
      clusterResources: [crds, ...rbac, validation, mutation, { group: 'cert-manager.io', kind: 'ClusterIssuer' }],
    },
    traefik: {
      team: 'infrastructure',
      wave: 2,
      source: helm({
        chart: 'traefik',
        repository: 'https://traefik.github.io/charts',
        version: versions.traefik,
        values: { gateway: { enabled: false } },
      }),
      clusterResources: [
        crds,
        ...rbac,
        { group: 'networking.k8s.io', kind: 'IngressClass' },
        { group: 'gateway.networking.k8s.io', kind: 'GatewayClass' },
      ],
    },
    metallb: {
      team: 'infrastructure',
      wave: 2,
      namespace: 'metallb-system',
      // The speaker answers ARP on the node's own network.
      podSecurity: 'privileged',
      source: helm({
        chart: 'metallb',
        repository: 'https://metallb.github.io/metallb',
        version: versions.metallb,
        customize: addressPool('metallb-system', '192.168.10.240-192.168.10.250'),
      }),
      clusterResources: [crds, ...rbac, validation],
    },
    longhorn: {
      team: 'infrastructure',
      wave: 3,
      namespace: 'longhorn-system',
      // It mounts the disks of the nodes.
      podSecurity: 'privileged',
      source: helm({
        chart: 'longhorn',
        repository: 'https://charts.longhorn.io',
        version: versions.longhorn,
        stateful: true,
        // The check is a Helm hook that fails when Argo CD runs it on the first install.
        values: { preUpgradeChecker: { jobEnabled: false } },
      }),
      prune: false,
      clusterResources: [crds, ...rbac, { group: 'scheduling.k8s.io', kind: 'PriorityClass' }],
    },
    dex: {
      team: 'infrastructure',
      wave: 4,
      hosts: [`dex.${domain}`],
      source: helm({
        chart: 'dex',
        repository: 'https://charts.dexidp.io',
        version: versions.dex,
        values: dexValues(),
      }),
      clusterResources: rbac,
    },

    sonarr: {
      team: 'media',
      source: workload({
        image: upstreamImage('ghcr.io/home-operations/sonarr:4.0.15.2941'),
        port: 8989,
        host: `sonarr.${domain}`,
        ingress,
        probes: { readiness: { path: '/ping' }, liveness: { path: '/ping' } },
        volumes: { config: { mountPath: '/config', size: '5Gi', storageClass: 'longhorn' } },
        // It asks indexers on the internet.
        allowTo: [
          {
            cidr: '0.0.0.0/0',
            except: ['10.0.0.0/8', '192.168.0.0/16'],
            ports: [443],
            reason: 'indexers and metadata',
          },
        ],
      }),
    },
    radarr: {
      team: 'media',
      source: workload({
        image: upstreamImage('ghcr.io/home-operations/radarr:5.27.5.10198'),
        port: 7878,
        host: `radarr.${domain}`,
        ingress,
        probes: { readiness: { path: '/ping' }, liveness: { path: '/ping' } },
        volumes: { config: { mountPath: '/config', size: '5Gi', storageClass: 'longhorn' } },
        allowTo: [
          {
            cidr: '0.0.0.0/0',
            except: ['10.0.0.0/8', '192.168.0.0/16'],
            ports: [443],
            reason: 'indexers and metadata',
          },
        ],
      }),
    },
    jellyfin: {
      team: 'media',
      source: workload({
        image: upstreamImage('docker.io/jellyfin/jellyfin:10.10.7'),
        port: 8096,
        host: `jellyfin.${domain}`,
        ingress,
        probes: { readiness: { path: '/health' }, liveness: { path: '/health' } },
        resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '4', memory: '4Gi' } },
        volumes: {
          config: { mountPath: '/config', size: '10Gi', storageClass: 'longhorn' },
          media: { mountPath: '/media', size: '500Gi', storageClass: 'longhorn' },
        },
        writable: ['/tmp', '/cache'],
      }),
    },
  },
});

/** Where the store's own keys are: in the one Secret that External Secrets cannot fetch. */
function awsKeys() {
  return {
    accessKeyIDSecretRef: { name: 'parameter-store', key: 'access-key' },
    secretAccessKeySecretRef: { name: 'parameter-store', key: 'secret-access-key' },
  };
}

function dexValues() {
  return {
    config: {
      issuer: `https://dex.${domain}`,
      storage: { type: 'kubernetes', config: { inCluster: true } },
      oauth2: { skipApprovalScreen: true },
      connectors: [
        {
          type: 'github',
          id: 'github',
          name: 'GitHub',
          // Dex fills these in from its environment.
          config: {
            clientID: '$GITHUB_CLIENT_ID',
            clientSecret: '$GITHUB_CLIENT_SECRET',
            redirectURI: `https://dex.${domain}/callback`,
            orgs: [{ name: 'layered' }],
          },
        },
      ],
      staticClients: [
        {
          id: 'argocd',
          name: 'Argo CD',
          redirectURIs: [`https://argocd.${domain}/auth/callback`],
          secretEnv: 'ARGOCD_CLIENT_SECRET',
        },
      ],
    },
    envFrom: [{ secretRef: { name: 'dex' } }],
    ingress: {
      enabled: true,
      className: ingress.className,
      annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
      hosts: [{ host: `dex.${domain}`, paths: [{ path: '/', pathType: 'Prefix' }] }],
      tls: [{ secretName: 'dex-tls', hosts: [`dex.${domain}`] }],
    },
    podSecurityContext: {
      runAsNonRoot: true,
      runAsUser: 1001,
      runAsGroup: 1001,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true },
  };
}
