import { k8s } from 'cdk8s-plus-28';
import type { Manifest } from './manifest.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';
import { claimName } from './volume.ts';

/** The claims that a workload brings. The engine's guard keeps the data when the claim leaves git. */
export function volumeClaims({ name, statedNamespace, labels, platform, volumes }: ResolvedWorkload): Manifest[] {
  return volumes
    .filter(({ props }) => props.claim === undefined)
    .map((volume) =>
      k8s.KubePersistentVolumeClaim.manifest({
        metadata: {
          name: claimName(name, volume),
          namespace: statedNamespace,
          labels,
          annotations: { ...platform.engine.guard },
        },
        spec: {
          accessModes: [...volume.accessModes],
          storageClassName: volume.props.storageClass,
          resources: { requests: { storage: k8s.Quantity.fromString(volume.props.size ?? '') } },
        },
      }),
    );
}
