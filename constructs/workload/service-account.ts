import { k8s } from 'cdk8s-plus-28';
import type { Manifest } from './manifest.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';

/** An identity of its own, with no rights and no token: what is granted to one service is granted to no other. */
export function serviceAccount({ name, statedNamespace, labels }: ResolvedWorkload): Manifest {
  return k8s.KubeServiceAccount.manifest({
    metadata: { name, namespace: statedNamespace, labels },
    automountServiceAccountToken: false,
  });
}
