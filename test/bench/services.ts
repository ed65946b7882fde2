import { ApiObject, type App, Chart } from 'cdk8s';

/** Objects that `defineServices` makes for each service. */
export const OBJECTS_PER_SERVICE = 6;

/** A chart a service, each with six objects of the size that a real one has; the same constructs for stock cdk8s and for us. */
export function defineServices(app: App, services: number): Chart[] {
  return Array.from({ length: services }, (_, i) => defineService(app, `service-${String(i).padStart(4, '0')}`));
}

function defineService(app: App, name: string): Chart {
  const chart = new Chart(app, name, {
    namespace: name,
    disableResourceNameHashes: true,
    labels: { 'app.kubernetes.io/name': name },
  });
  const metadata = { name };
  const selector = { 'app.kubernetes.io/name': name };
  new ApiObject(chart, 'namespace', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, namespace: undefined, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  });
  new ApiObject(chart, 'deployment', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      replicas: 2,
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: selector },
        spec: {
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              name: 'main',
              image: `registry.example.com/team/${name}:sha-6063e25`,
              args: ['--listen=:8080', '--log-format=json'],
              env: [
                { name: 'PORT', value: '8080' },
                { name: 'FEATURES', value: 'on' },
                { name: 'PASSWORD', valueFrom: { secretKeyRef: { name, key: 'password' } } },
              ],
              ports: [{ name: 'http', containerPort: 8080 }],
              resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
              readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 10 },
              livenessProbe: { httpGet: { path: '/live', port: 'http' }, initialDelaySeconds: 15 },
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
              volumeMounts: [{ name: 'config', mountPath: '/etc/service' }],
            },
          ],
          volumes: [{ name: 'config', configMap: { name } }],
        },
      },
    },
  });
  new ApiObject(chart, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: { selector, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  });
  new ApiObject(chart, 'ingress', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
    spec: {
      ingressClassName: 'caddy',
      tls: [{ hosts: [`${name}.example.com`], secretName: `${name}-tls` }],
      rules: [
        {
          host: `${name}.example.com`,
          http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port: { name: 'http' } } } }] },
        },
      ],
    },
  });
  new ApiObject(chart, 'config', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata,
    data: { 'service.conf': `name = ${name}\nlevel = "info"\n\n[cache]\nsize = 64\n`, RELEASE: '6063e25' },
  });
  new ApiObject(chart, 'network', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata,
    spec: {
      podSelector: { matchLabels: selector },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'caddy' } } }],
          ports: [{ port: 8080 }],
        },
      ],
      egress: [
        {
          to: [{ namespaceSelector: {} }],
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 53, protocol: 'TCP' },
          ],
        },
      ],
    },
  });
  return chart;
}
