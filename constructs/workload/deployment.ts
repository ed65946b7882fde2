import { k8s } from 'cdk8s-plus-28';
import type { Manifest } from './manifest.ts';
import { fileMounts, volumeMounts } from './mounted-files.ts';
import { podTemplate } from './pod.ts';
import { containerProbes } from './probe.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';

/** The pods that serve. */
export function deployment(workload: ResolvedWorkload): Manifest {
  const { name, statedNamespace, labels, selector, props, ports, mainPort, autoscale, replicas, volumes } = workload;
  return k8s.KubeDeployment.manifest({
    metadata: { name, namespace: statedNamespace, labels },
    spec: {
      // With a number here, each sync would undo what the autoscaler did (argo-cd #5105).
      ...(!autoscale && { replicas }),
      selector: { matchLabels: selector },
      strategy: volumes.some(({ exclusive }) => exclusive)
        ? // A second pod could not mount the volume while the first has it.
          { type: 'Recreate' }
        : {
            type: 'RollingUpdate',
            rollingUpdate: { maxSurge: k8s.IntOrString.fromNumber(1), maxUnavailable: k8s.IntOrString.fromNumber(0) },
          },
      template: podTemplate(workload, {
        labels,
        image: props.image,
        command: props.command,
        args: props.args,
        resources: workload.resources,
        mounts: [...fileMounts(workload), ...volumeMounts(workload)],
        container: {
          ...(ports.length > 0 && {
            ports: ports.map(([port, containerPort]) => ({ name: port, containerPort, protocol: 'TCP' })),
          }),
          ...containerProbes(props.probes, mainPort),
        },
        spec: replicas > 1 ? spread(selector) : {},
      }),
    },
  });
}

/** Several pods are put on several nodes and zones where there are any, but start also where there are not. */
function spread(selector: Readonly<Record<string, string>>): Partial<k8s.PodSpec> {
  const labelSelector = { matchLabels: selector };
  return {
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 100, podAffinityTerm: { labelSelector, topologyKey: 'kubernetes.io/hostname' } },
        ],
      },
    },
    topologySpreadConstraints: ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map((topologyKey) => ({
      labelSelector,
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'ScheduleAnyway',
    })),
  };
}
