import { CiDeployer } from '../constructs/access/ci-deployer.ts';
import { platformNamespace } from '../constructs/access/platform-namespace.ts';
import type { Delivery } from '../constructs/delivery/delivery.ts';
import { foundationTeam } from '../constructs/delivery/engine.ts';
import type { Output } from '../constructs/files/output.ts';
import type { Cluster, Platform } from '../constructs/model/platform.ts';
import { foundationWave } from '../constructs/model/wave.ts';
import { kindsOfCluster } from '../constructs/policy/cluster-kinds.ts';

/** The layer below every service: namespaces, CI identities, secrets, and what `customize` adds. One copy for each cluster. */
export function foundation(output: Output, platform: Platform, cluster: Cluster): readonly Delivery[] {
  const folder = platform.clusters.length === 1 ? 'foundation' : `foundation/${cluster.name}`;
  const scope = output.chart(folder);
  const namespaces = platform.namespaces.filter((namespace) => namespace.cluster === cluster.name);
  for (const namespace of namespaces) platformNamespace(scope, platform, namespace);
  const names = namespaces.map(({ name }) => name);
  for (const account of platform.access.filter(({ namespace }) => names.includes(namespace)))
    new CiDeployer(scope, `access-${account.name}`, { platform, account });
  platform.customize(scope);

  const layer = { cluster, team: foundationTeam.name, dependsOn: [], prune: true, ignoreDifferences: [] };
  return [
    {
      ...layer,
      name: suffixed('foundation', cluster, platform),
      namespace: platform.engine.namespace,
      namespaces: names,
      wave: foundationWave,
      sources: [{ kind: 'folder', folder }],
      clusterResources: kindsOfCluster(scope),
    },
    ...platform.secrets.render(output, platform).map((secrets) => ({
      ...layer,
      name: suffixed(secrets.name, cluster, platform),
      namespace: secrets.namespaces[0] ?? platform.engine.namespace,
      namespaces: secrets.namespaces,
      wave: secrets.wave,
      sources: [{ kind: 'folder' as const, folder: secrets.folder, encrypted: secrets.encrypted }],
      clusterResources: [],
    })),
  ];
}

function suffixed(name: string, cluster: Cluster, platform: Platform): string {
  return platform.clusters.length === 1 ? name : `${name}-${cluster.name}`;
}
