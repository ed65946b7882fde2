import { quote } from '../../../model/issue.ts';
import type { Platform } from '../../../model/platform.ts';
import { namespacesOf } from '../../../model/resolve.ts';
import type { Rule } from '../../rule.ts';

export const reservedNamespaces: Rule = {
  code: 'FL1102',
  title: 'Services keep out of the namespaces of the cluster and of the engine',
  why: "What may change `kube-system` or the engine's namespace rules the cluster; `default` is where stray objects land, and nothing may be pruned there",
  fix: 'give it a namespace of its own',
  *model(platform) {
    const own = platform.engine.namespace;
    if (isOfCluster(own)) yield { path: 'engine.namespace', problem: `${quote(own)} belongs to Kubernetes` };
    const ofServices = new Set<string>();
    for (const service of platform.services) {
      for (const namespace of namespacesOf(service, platform.environments)) {
        ofServices.add(namespace);
        const owner = ownerOf(namespace, platform);
        if (owner !== undefined)
          yield { path: `services.${service.name}.namespace`, problem: `${quote(namespace)} belongs to ${owner}` };
      }
    }
    for (const { name } of platform.namespaces) {
      const owner = ofServices.has(name) ? undefined : ownerOf(name, platform);
      if (owner !== undefined)
        yield { path: `namespaces.${name}`, problem: `${quote(name)} belongs to ${owner}`, fix: 'leave it out' };
    }
    for (const { name, namespace } of platform.access) {
      const owner = ownerOf(namespace, platform);
      if (owner === undefined) continue;
      const fix = 'keep CI identities in a namespace of their own: whoever may create pods beside one can use it';
      yield { path: `access.${name}.namespace`, problem: `${quote(namespace)} belongs to ${owner}`, fix };
    }
  },
};

/** Who a namespace belongs to that a platform must not use, or undefined. */
function ownerOf(namespace: string, platform: Platform): string | undefined {
  if (isOfCluster(namespace)) return 'Kubernetes';
  return namespace === platform.engine.namespace ? platform.engine.title : undefined;
}

function isOfCluster(namespace: string): boolean {
  return namespace === 'default' || namespace.startsWith('kube-');
}
