import { platformNamespace } from '../constructs/access/platform-namespace.ts';
import type { Output } from '../constructs/files/output.ts';
import type { Platform } from '../constructs/model/platform.ts';

/** `bootstrap/`: what has to be in the cluster before the engine can read git. */
export function bootstrapLayer(output: Output, platform: Platform): void {
  const namespace = { name: platform.engine.namespace, podSecurity: 'baseline', labels: {} } as const;
  platformNamespace(output.chart('bootstrap/namespaces'), platform, namespace);
  platform.engine.install(output, platform);
}
