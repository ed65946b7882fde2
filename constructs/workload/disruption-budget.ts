import { k8s } from 'cdk8s-plus-28';
import type { Manifest } from './manifest.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';

/**
 * Drains one pod at a time, and never blocks a drain for good: with one pod there is no budget, and a pod that is not ready may always go.
 */
export function disruptionBudget({ name, statedNamespace, labels, selector, replicas }: ResolvedWorkload): Manifest[] {
  if (replicas < 2) return [];
  return [
    k8s.KubePodDisruptionBudget.manifest({
      metadata: { name, namespace: statedNamespace, labels },
      spec: {
        maxUnavailable: k8s.IntOrString.fromNumber(1),
        selector: { matchLabels: selector },
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    }),
  ];
}
