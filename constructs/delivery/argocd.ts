import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Output } from '../files/output.ts';
import { emitYaml } from '../files/yaml.ts';
import { ownLabels } from '../model/labels.ts';
import type { Cluster, Platform } from '../model/platform.ts';
import { shapeIssues } from '../model/shape.ts';
import { checkOptions } from '../policy/rule.ts';
import { argocdRules } from '../policy/rules/argocd/index.ts';
import { ksopsGenerator } from '../secrets/sops/ksops-generator.ts';
import { versions } from '../versions.ts';
import { type ApplicationContext, application, retryOf } from './argocd-application.ts';
import { serverNetworkPolicy } from './argocd-network-policy.ts';
import { emptiedDefaultProject, rootProject, teamProject } from './argocd-project.ts';
import { type ArgocdProps, argocdShape } from './argocd-props.ts';
import { argocdFacts, argocdRunbook } from './argocd-runbook.ts';
import { argocdValues } from './argocd-values.ts';
import { type Engine, foundationTeam } from './engine.ts';

/** Helm repository of the argo-cd chart. */
export const argocdRepository = 'https://argoproj.github.io/argo-helm';

/** Argo CD: installed by its chart, one Application for each delivery below a root Application, one project for each team. */
export function argocd(props: ArgocdProps = {}): Engine {
  const namespace = props.namespace ?? 'argocd';
  const rootName = props.rootName ?? 'root';
  const nameOf = props.applicationName ?? ((delivery: string) => delivery);
  const chart = { chart: 'argo-cd', repository: argocdRepository, version: props.chartVersion ?? versions.argocdChart };

  return {
    title: 'Argo CD',
    namespace,
    rootName,
    orderedUpdates: props.orderedUpdates ?? false,
    guard: {
      // `Prune=false` keeps it when it leaves git, `Delete=false` when its Application is deleted (argo-cd #9853 has the difference).
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      // Kept, it must not make its Application OutOfSync, or later waves would wait for ever.
      'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    },
    objectName: nameOf,
    check(platform) {
      const issues = shapeIssues(argocdShape, props, 'engine');
      if (issues.length > 0) return issues;
      return checkOptions(argocdRules, { props, values: argocdValues(props, platform), platform });
    },
    hosts: () => (props.host === undefined ? [] : [props.host]),
    install(output, platform) {
      const folder = 'bootstrap/argocd';
      output.file(`${folder}/chart.yaml`, emitYaml({ ...chart, releaseName: 'argocd', namespace }), 'Argo CD');
      output.file(`${folder}/values.yaml`, emitYaml(argocdValues(props, platform)), 'Argo CD');
      if (props.ingress) serverNetworkPolicy(output.chart('bootstrap/namespaces'), platform, namespace, props.ingress);
      const root = output.chart('bootstrap/root');
      rootProject(root, platform, namespace, rootName);
      for (const cluster of platform.clusters) rootApplication(root, platform, cluster, namespace, rootName);
    },
    deliver(output, platform, cluster, deliveries) {
      const scope = output.chart(`clusters/${cluster.name}`);
      const context: ApplicationContext = { platform, namespace, nameOf };
      emptiedDefaultProject(scope, platform, namespace);
      for (const team of [foundationTeam, ...platform.teams]) teamProject(scope, platform, namespace, team, deliveries);
      for (const delivery of deliveries) application(scope, delivery, context);
    },
    decrypt(output, folder, files) {
      decryptWithKsops(output, folder, files);
    },
    deliveryFile: (name) => `application.${namespace}.${nameOf(name)}.yaml`,
    facts: () => argocdFacts({ namespace, rootName, chart, props }),
    runbook: (platform) => argocdRunbook(platform, { namespace, rootName, chart, props }),
  };
}

/** Reads `clusters/<cluster>/` for ever: no finalizer, so deleting it deletes nothing; no limit to retries, and each looks at the branch again. */
function rootApplication(
  scope: Construct,
  platform: Platform,
  cluster: Cluster,
  namespace: string,
  project: string,
): ApiObject {
  // One root for each cluster; only where there are several does its name say which.
  const name = platform.clusters.length === 1 ? project : `${project}-${cluster.name}`;
  const object: IApplication = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace, labels: ownLabels(platform) },
    spec: {
      project,
      source: {
        repoURL: platform.repository.url,
        targetRevision: platform.repository.revision,
        path: `${platform.repository.path}/clusters/${cluster.name}`,
      },
      destination: { server: 'https://kubernetes.default.svc', namespace },
      syncPolicy: {
        // An emptied folder is a mistake, not a wish: without `allowEmpty` the sync refuses it.
        automated: { prune: true, selfHeal: true, allowEmpty: false },
        retry: retryOf(-1),
        syncOptions: ['CreateNamespace=false', 'ServerSideApply=true'],
      },
    },
  };
  return new ApiObject(scope, `root-${cluster.name}`, object);
}

function decryptWithKsops(output: Output, folder: string, files: readonly string[]): void {
  output.file(`${folder}/ksops.yaml`, emitYaml(ksopsGenerator('secrets', files)), 'KSOPS');
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    generators: ['ksops.yaml'],
  };
  output.file(`${folder}/kustomization.yaml`, emitYaml(kustomization), 'KSOPS');
}
