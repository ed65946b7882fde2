import { quote, suggest } from '../../../model/issue.ts';
import { joinPath } from '../../../model/shape.ts';
import { platformIndex } from '../../../workload/platform-index.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const unknownPeer: OptionRule<WorkloadUse> = {
  code: 'FL1905',
  title: 'Peers are services or namespaces that exist',
  why: 'A network policy for a name that nothing has lets nothing pass, and says nothing',
  fix: 'name a service of the platform, or a namespace of the cluster',
  *options({ props, platform, path }) {
    const { services, namespaces } = platformIndex(platform);
    for (const field of ['allowFrom', 'allowTo'] as const) {
      for (const [i, peer] of (props[field] ?? []).entries()) {
        const at = joinPath(path, [field, i]);
        if (typeof peer === 'string') {
          if (!services.has(peer))
            yield { path: at, problem: `there is no service ${quote(peer)}`, fix: suggestFew(peer, services.keys()) };
        } else if ('namespace' in peer && !namespaces.has(peer.namespace)) {
          const fix = `${suggestFew(peer.namespace, namespaces)}; one that something else makes goes into \`namespaces\``;
          yield { path: `${at}.namespace`, problem: `there is no namespace ${quote(peer.namespace)}`, fix };
        }
      }
    }
    const { ingress, gateway } = props;
    const controllers = [
      ['ingress.namespace', ingress?.namespace],
      ['gateway.namespace', gateway?.namespace],
      ['gateway.proxyNamespace', gateway?.proxyNamespace],
    ] as const;
    for (const [field, namespace] of controllers) {
      if (namespace === undefined || namespaces.has(namespace)) continue;
      const fix = `${suggestFew(namespace, namespaces)}; one that something else makes goes into \`namespaces\``;
      yield { path: `${path}.${field}`, problem: `there is no namespace ${quote(namespace)}`, fix };
    }
  },
};

/** A list of thousands of names would help nobody. */
function suggestFew(name: string, known: Iterable<string>): string {
  const names = [...known].sort();
  const near = suggest(name, names);
  return names.length > 20 && near.startsWith('use one of') ? 'check the spelling' : near;
}
