import { k8s } from 'cdk8s-plus-28';
import type { Manifest } from './manifest.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';

/** The Service that other pods reach it by, at the very port numbers that the pods listen on; none for a worker. */
export function networkService({ name, statedNamespace, labels, selector, ports }: ResolvedWorkload): Manifest[] {
  if (ports.length === 0) return [];
  return [
    k8s.KubeService.manifest({
      metadata: { name, namespace: statedNamespace, labels },
      spec: {
        type: 'ClusterIP',
        selector,
        ports: ports.map(([port, number]) => ({
          name: port,
          port: number,
          protocol: 'TCP',
          targetPort: k8s.IntOrString.fromString(port),
        })),
      },
    }),
  ];
}
