import type { Manifest } from './manifest.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';

/** The HTTPRoute for the hosts of a workload; none without hosts. */
export function httpRoute({
  name,
  statedNamespace,
  labels,
  hosts,
  ports,
  mainPort,
  props,
}: ResolvedWorkload): Manifest[] {
  if (!props.gateway || hosts.length === 0) return [];
  const { sectionName } = props.gateway;
  const port = ports.find(([portName]) => portName === mainPort)?.[1];
  return [
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name, ...(statedNamespace !== undefined && { namespace: statedNamespace }), labels: { ...labels } },
      spec: {
        parentRefs: [
          {
            name: props.gateway.name,
            namespace: props.gateway.namespace,
            ...(sectionName !== undefined && { sectionName }),
          },
        ],
        hostnames: [...hosts],
        rules: [{ backendRefs: [{ name, port }] }],
      },
    },
  ];
}
