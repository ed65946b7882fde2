import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ClusterResource } from '../model/service.ts';

/** Kinds of the objects below `scope` that belong to no namespace, each once. Fairlead names the namespace of every other object. */
export function kindsOfCluster(scope: Construct): readonly ClusterResource[] {
  const objects = scope.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  const found = new Map<string, ClusterResource>();
  for (const { apiGroup, kind, metadata } of objects) {
    const group = apiGroup === 'core' ? '' : apiGroup;
    if (metadata.namespace === undefined) found.set(`${group}/${kind}`, { group, kind });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
}
