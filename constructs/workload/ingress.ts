import { k8s } from 'cdk8s-plus-28';
import type { Manifest } from './manifest.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';

/** The Ingress for the hosts of a workload; none without hosts. */
export function ingress({ name, statedNamespace, labels, hosts, mainPort, props }: ResolvedWorkload): Manifest[] {
  if (!props.ingress || hosts.length === 0) return [];
  const { className, tls, annotations } = props.ingress;
  const issuer: Record<string, string> =
    tls?.clusterIssuer === undefined ? {} : { 'cert-manager.io/cluster-issuer': tls.clusterIssuer };
  const backend = { service: { name, port: { name: mainPort } } };
  return [
    k8s.KubeIngress.manifest({
      metadata: {
        name,
        namespace: statedNamespace,
        labels,
        ...((annotations || tls) && { annotations: { ...issuer, ...annotations } }),
      },
      spec: {
        ingressClassName: className,
        ...(tls && { tls: [{ hosts: [...hosts], secretName: tls.secretName ?? `${name}-tls` }] }),
        rules: hosts.map((host) => ({ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } })),
      },
    }),
  ];
}
