import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ownLabels, serviceLabel } from '../model/labels.ts';
import type { Platform } from '../model/platform.ts';
import type { Delivery, DeliverySource } from './delivery.ts';

type Spec = NonNullable<IApplication['spec']>;
type ApplicationSource = NonNullable<Spec['source']>;

/** Name under which `argocd-cm` registers the kustomize that may run KSOPS; see `argocd-values.ts`. */
export const ksopsKustomize = 'ksops';

/** What every Application of a platform shares. */
export interface ApplicationContext {
  readonly platform: Platform;
  /** Namespace of Argo CD. */
  readonly namespace: string;
  /** Name of the object for a delivery. */
  readonly nameOf: (delivery: string) => string;
}

/** The Application that keeps one delivery in sync. Deleting it deletes what it runs, but for guarded objects. */
export function application(
  scope: Construct,
  delivery: Delivery,
  { platform, namespace, nameOf }: ApplicationContext,
): ApiObject {
  const sources = delivery.sources.map((source) => toSource(source, delivery, platform));
  const object: IApplication = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: nameOf(delivery.name),
      namespace,
      labels: { ...ownLabels(platform), ...(delivery.service !== undefined && { [serviceLabel]: delivery.service }) },
      annotations: { 'argocd.argoproj.io/sync-wave': String(delivery.wave) },
      // Fairlead's own layers hold Namespaces and credentials: they outlive their Application.
      ...(delivery.service !== undefined && { finalizers: ['resources-finalizer.argocd.argoproj.io'] }),
    },
    spec: {
      project: delivery.team,
      ...(sources.length === 1 ? { source: sources[0] } : { sources }),
      destination: { server: delivery.cluster.server, namespace: delivery.namespace },
      syncPolicy: {
        automated: { prune: delivery.prune, selfHeal: true },
        retry: retryOf(5),
        syncOptions: syncOptions(delivery),
      },
      ...(delivery.ignoreDifferences.length > 0 && {
        ignoreDifferences: delivery.ignoreDifferences.map(({ jsonPointers, ...kind }) => ({
          ...kind,
          jsonPointers: [...jsonPointers],
        })),
      }),
    },
  };
  return new ApiObject(scope, `application-${delivery.name}`, object);
}

/** Retries after 30 s, 1 min and then every 2 min; `refresh` looks at the branch again each time, so that a fix is picked up. */
export function retryOf(limit: number) {
  return { limit, backoff: { duration: '30s', factor: 2, maxDuration: '2m' }, refresh: true };
}

function syncOptions(delivery: Delivery): string[] {
  return [
    // Namespaces are objects of the foundation: one that a sync creates is never deleted (argo-cd #7875).
    'CreateNamespace=false',
    // An object that two Applications claim would change hands on every sync.
    'FailOnSharedResource=true',
    'PruneLast=true',
    // Large CRDs do not fit into the annotation of a client-side apply.
    'ServerSideApply=true',
    ...(delivery.ignoreDifferences.length > 0 ? ['RespectIgnoreDifferences=true'] : []),
  ];
}

function toSource(source: DeliverySource, delivery: Delivery, platform: Platform): ApplicationSource {
  switch (source.kind) {
    case 'folder':
      return {
        repoURL: platform.repository.url,
        targetRevision: delivery.pin ?? platform.repository.revision,
        path: `${platform.repository.path}/${source.folder}`,
        ...(source.encrypted && { kustomize: { version: ksopsKustomize } }),
      };
    case 'git':
      return { repoURL: source.url, targetRevision: source.revision, path: source.path };
    case 'chart':
      return {
        // Argo CD writes an OCI registry without the scheme.
        repoURL: source.repository.replace(/^oci:\/\//, ''),
        chart: source.chart,
        targetRevision: source.version,
        helm: {
          releaseName: source.releaseName,
          valuesObject: { ...source.values },
          ...(!source.crds && { skipCrds: true }),
        },
      };
  }
}
