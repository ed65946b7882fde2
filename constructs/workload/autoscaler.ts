import { k8s } from 'cdk8s-plus-28';
import type { Manifest } from './manifest.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';

/** The HorizontalPodAutoscaler; none for a fixed number of pods. */
export function autoscaler({ name, statedNamespace, labels, autoscale }: ResolvedWorkload): Manifest[] {
  if (!autoscale) return [];
  return [
    k8s.KubeHorizontalPodAutoscalerV2.manifest({
      metadata: { name, namespace: statedNamespace, labels },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: autoscale.min,
        maxReplicas: autoscale.max,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: autoscale.cpuPercent } },
          },
        ],
      },
    }),
  ];
}
