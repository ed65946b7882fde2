import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ownLabels } from '../model/labels.ts';
import type { Namespace, Platform } from '../model/platform.ts';

/** A namespace that outlives whatever put it there, with the Pod Security level enforced, and `restricted` warned about below it. */
export function platformNamespace(
  scope: Construct,
  platform: Platform,
  namespace: Pick<Namespace, 'name' | 'podSecurity' | 'labels'>,
): ApiObject {
  const level = 'pod-security.kubernetes.io';
  return new ApiObject(scope, `namespace-${namespace.name}`, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespace.name,
      labels: {
        ...ownLabels(platform),
        ...namespace.labels,
        [`${level}/enforce`]: namespace.podSecurity,
        [`${level}/warn`]: 'restricted',
      },
      annotations: { ...platform.engine.guard },
    },
  });
}
