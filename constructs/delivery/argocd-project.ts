import type { IAppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ownLabels } from '../model/labels.ts';
import type { Platform } from '../model/platform.ts';
import type { Delivery, DeliverySource } from './delivery.ts';

type Spec = NonNullable<IAppProject['spec']>;

/** Projects come before every Application that names them. */
const projectWave = '-100';

/** The project `default` lets any Application use any repository, cluster and kind; emptied, it lets none. */
export function emptiedDefaultProject(scope: Construct, platform: Platform, namespace: string): ApiObject {
  return project(scope, 'default', platform, namespace, {
    description: 'Empty on purpose: every Application names the project of its team.',
    sourceRepos: [],
    destinations: [],
    clusterResourceWhitelist: [],
    namespaceResourceWhitelist: [],
  });
}

/** What bounds a team: the repositories, namespaces and cluster-scoped kinds that its deliveries need, and no pattern among them. */
export function teamProject(
  scope: Construct,
  platform: Platform,
  namespace: string,
  team: { readonly name: string; readonly description: string },
  deliveries: readonly Delivery[],
): ApiObject {
  const own = deliveries.filter((delivery) => delivery.team === team.name);
  return project(scope, team.name, platform, namespace, {
    description: team.description,
    sourceRepos: unique(own.flatMap(({ sources }) => sources.map((source) => repositoryOf(source, platform)))),
    destinations: uniqueBy(
      own.flatMap(({ cluster, namespaces }) =>
        namespaces.map((target) => ({ server: cluster.server, namespace: target })),
      ),
      ({ server, namespace: target }) => `${server} ${target}`,
    ),
    clusterResourceWhitelist: uniqueBy(
      own.flatMap(({ clusterResources }) => clusterResources.map(({ group, kind }) => ({ group, kind }))),
      ({ group, kind }) => `${group}/${kind}`,
    ),
  });
}

/** The project of the root Application: it may add Applications and projects beside Argo CD, and nothing else. */
export function rootProject(scope: Construct, platform: Platform, namespace: string, name: string): ApiObject {
  return project(scope, name, platform, namespace, {
    description: 'The root Application alone.',
    sourceRepos: [platform.repository.url],
    destinations: [{ server: 'https://kubernetes.default.svc', namespace }],
    clusterResourceWhitelist: [],
    namespaceResourceWhitelist: [
      { group: 'argoproj.io', kind: 'Application' },
      { group: 'argoproj.io', kind: 'AppProject' },
    ],
  });
}

function project(scope: Construct, name: string, platform: Platform, namespace: string, spec: Spec): ApiObject {
  const object: IAppProject = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name,
      namespace,
      labels: ownLabels(platform),
      annotations: { 'argocd.argoproj.io/sync-wave': projectWave },
    },
    spec,
  };
  return new ApiObject(scope, `project-${name}`, object);
}

function repositoryOf(source: DeliverySource, platform: Platform): string {
  switch (source.kind) {
    case 'folder':
      return platform.repository.url;
    case 'git':
      return source.url;
    case 'chart':
      return source.repository.replace(/^oci:\/\//, '');
  }
}

const unique = (texts: readonly string[]) => [...new Set(texts)].sort();

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const found = new Map(items.map((item) => [key(item), item]));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}
