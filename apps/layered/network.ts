import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';

/** Certificates from Let's Encrypt, proved over HTTP through the ingress. */
export function clusterIssuer(name: string, ingressClassName: string): (scope: Construct) => void {
  return (scope) => {
    new ApiObject(scope, 'issuer', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'ClusterIssuer',
      metadata: { name },
      spec: {
        acme: {
          server: 'https://acme-v02.api.letsencrypt.org/directory',
          privateKeySecretRef: { name: `${name}-account` },
          solvers: [{ http01: { ingress: { ingressClassName } } }],
        },
      },
    });
  };
}

/** Addresses that MetalLB may give to Services of type LoadBalancer, announced on the local network. */
export function addressPool(namespace: string, range: string): (scope: Construct) => void {
  return (scope) => {
    new ApiObject(scope, 'pool', {
      apiVersion: 'metallb.io/v1beta1',
      kind: 'IPAddressPool',
      metadata: { name: 'home', namespace },
      spec: { addresses: [range] },
    });
    new ApiObject(scope, 'advertisement', {
      apiVersion: 'metallb.io/v1beta1',
      kind: 'L2Advertisement',
      metadata: { name: 'home', namespace },
      spec: { ipAddressPools: ['home'] },
    });
  };
}
