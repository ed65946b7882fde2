import type { KubeConnection } from './kube-http.ts';

/** The contents of a kubeconfig with one cluster, one user and one context. */
export function kubeconfigFor(connection: KubeConnection, cluster: string, namespace = 'default'): object {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': cluster,
    clusters: [
      {
        name: cluster,
        cluster: {
          server: connection.url,
          'certificate-authority-data': Buffer.from(connection.ca).toString('base64'),
        },
      },
    ],
    users: [{ name: `${cluster}-user`, user: { token: connection.token } }],
    contexts: [{ name: cluster, context: { cluster, user: `${cluster}-user`, namespace } }],
  };
}
