import { k8s } from 'cdk8s-plus-28';
import type { Image } from '../model/image.ts';
import { contentHash } from './content-hash.ts';
import { isMountPath, type Mount } from './mounted-files.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';
import type { Resources } from './resources.ts';

/** Marks the content that a pod started with, so that a change of it replaces the pod: by itself a new ConfigMap does not. */
const CONFIG_HASH = 'fairlead.dev/config-hash';

/** What differs between the pods of one workload. */
export interface PodProps {
  readonly labels: Readonly<Record<string, string>>;
  readonly image: Image;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly resources: Resources;
  readonly mounts: readonly Mount[];
  /** Ports and probes. */
  readonly container?: Partial<k8s.Container>;
  readonly spec?: Partial<k8s.PodSpec>;
}

/** A pod that passes Pod Security "restricted", with its own ServiceAccount and no token. */
export function podTemplate(workload: ResolvedWorkload, pod: PodProps): k8s.PodTemplateSpec {
  const { name, props, user, config } = workload;
  return {
    metadata: {
      labels: pod.labels,
      ...(config.length > 0 && { annotations: { [CONFIG_HASH]: contentHash(config) } }),
    },
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: false,
      // The addresses of all services of the namespace are no environment variables of this one's business.
      enableServiceLinks: false,
      ...(props.pullSecret !== undefined && { imagePullSecrets: [{ name: props.pullSecret }] }),
      securityContext: {
        runAsNonRoot: user !== 0,
        runAsUser: user,
        runAsGroup: user,
        fsGroup: user,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          name,
          image: workload.reference(pod.image),
          imagePullPolicy: props.imagePullPolicy ?? 'Always',
          ...(pod.command && { command: [...pod.command] }),
          ...(pod.args && { args: [...pod.args] }),
          env: environmentVariables(workload),
          resources: { requests: quantities(pod.resources.requests), limits: quantities(pod.resources.limits) },
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
            privileged: false,
            readOnlyRootFilesystem: props.readOnlyRootFilesystem ?? true,
          },
          ...(pod.mounts.length > 0 && { volumeMounts: pod.mounts.map(({ mount }) => mount) }),
          ...pod.container,
        },
      ],
      ...(pod.mounts.length > 0 && {
        volumes: [...new Map(pod.mounts.map(({ volume }) => [volume.name, volume])).values()],
      }),
      ...pod.spec,
    },
  };
}

function environmentVariables({ env, props }: ResolvedWorkload): k8s.EnvVar[] | undefined {
  const secrets = Object.entries(props.secrets ?? {}).filter(([target]) => !isMountPath(target));
  const variables = [
    ...env.map(([name, value]): k8s.EnvVar => ({ name, value })),
    ...secrets.map(
      ([name, { secret, key }]): k8s.EnvVar => ({ name, valueFrom: { secretKeyRef: { name: secret, key } } }),
    ),
  ];
  return variables.length === 0 ? undefined : variables.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function quantities(list: Readonly<Record<string, string>>): Record<string, k8s.Quantity> {
  return Object.fromEntries(Object.entries(list).map(([resource, text]) => [resource, k8s.Quantity.fromString(text)]));
}
