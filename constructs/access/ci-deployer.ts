import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { Account } from '../model/account.ts';
import { ownLabels } from '../model/labels.ts';
import type { Platform } from '../model/platform.ts';

/** API group and kinds that a deploy job handles. Secrets, pods and their exec are not among them, and RBAC is not either. */
export const deployedResources: readonly { readonly group: string; readonly resources: readonly string[] }[] = [
  { group: '', resources: ['services'] },
  { group: 'apps', resources: ['deployments'] },
  { group: 'autoscaling', resources: ['horizontalpodautoscalers'] },
  { group: 'networking.k8s.io', resources: ['ingresses'] },
  { group: 'policy', resources: ['poddisruptionbudgets'] },
];

/** What looking at an object takes. */
export const readVerbs: readonly string[] = ['get', 'list', 'watch'];
/** What changing an object takes, looking included. */
export const writeVerbs: readonly string[] = [...readVerbs, 'create', 'delete', 'patch', 'update'];

/** Properties of `CiDeployer`. */
export interface CiDeployerProps {
  readonly platform: Pick<Platform, 'name'>;
  readonly account: Account;
}

/**
 * The identity a CI job deploys with: a ServiceAccount, and in each listed namespace a Role and a RoleBinding. It has no right of the
 * whole cluster, and no token of its own: a short one is asked for when it is needed (TokenRequest).
 */
export class CiDeployer extends Construct {
  constructor(scope: Construct, id: string, { platform, account }: CiDeployerProps) {
    super(scope, id);
    const labels = ownLabels(platform);
    new ApiObject(this, 'account', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: account.name, namespace: account.namespace, labels },
      automountServiceAccountToken: false,
    });
    for (const namespace of account.reads) this.#allow(account, namespace, readVerbs, labels);
    for (const namespace of account.writes) this.#allow(account, namespace, writeVerbs, labels);
  }

  #allow(account: Account, namespace: string, verbs: readonly string[], labels: Record<string, string>): void {
    const metadata = { name: account.name, namespace, labels };
    const api = 'rbac.authorization.k8s.io';
    new ApiObject(this, `role-${namespace}`, {
      apiVersion: `${api}/v1`,
      kind: 'Role',
      metadata,
      rules: deployedResources.map(({ group, resources }) => ({
        apiGroups: [group],
        resources: [...resources],
        verbs: [...verbs],
      })),
    });
    new ApiObject(this, `binding-${namespace}`, {
      apiVersion: `${api}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: api, kind: 'Role', name: account.name },
      subjects: [{ kind: 'ServiceAccount', name: account.name, namespace: account.namespace }],
    });
  }
}
