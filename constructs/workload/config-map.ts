import { k8s } from 'cdk8s-plus-28';
import type { Manifest } from './manifest.ts';
import { configKeys } from './mounted-files.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';

/** The configuration files, mounted one by one at their paths; none without configuration. */
export function configMap({ name, statedNamespace, labels, config }: ResolvedWorkload): Manifest[] {
  if (config.length === 0) return [];
  const keys = configKeys(config);
  const data = Object.fromEntries(config.map(([path, text]) => [keys.get(path) ?? path, text]));
  return [k8s.KubeConfigMap.manifest({ metadata: { name, namespace: statedNamespace, labels }, data })];
}
