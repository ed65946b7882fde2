import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ownLabels } from '../model/labels.ts';
import type { Platform } from '../model/platform.ts';
import type { ArgocdIngress } from './argocd-props.ts';

/** Lets the ingress controller, and scrapes of the metrics port, reach Argo CD's server. Nothing else gets in. */
export function serverNetworkPolicy(
  scope: Construct,
  platform: Platform,
  namespace: string,
  front: ArgocdIngress,
): ApiObject {
  const controller = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': front.namespace } },
    ...(front.podLabels && { podSelector: { matchLabels: { ...front.podLabels } } }),
  };
  return new ApiObject(scope, 'server-network-policy', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'argocd-server-from-ingress', namespace, labels: ownLabels(platform) },
    spec: {
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'argocd-server' } },
      policyTypes: ['Ingress'],
      ingress: [
        { from: [controller], ports: [{ port: 8080, protocol: 'TCP' }] },
        { from: [{ namespaceSelector: {} }], ports: [{ port: 8083, protocol: 'TCP' }] },
      ],
    },
  });
}
