export { argocd } from './delivery/argocd.ts';
export type { ArgocdIngress, ArgocdOidc, ArgocdProps, ArgocdRbac } from './delivery/argocd-props.ts';
export type { Delivery, DeliverySource } from './delivery/delivery.ts';
export type { Engine, Runbook } from './delivery/engine.ts';
export type { Output } from './files/output.ts';
export type { Forge, RepositoryCredential } from './forge/forge.ts';
export { type GithubProps, github } from './forge/github.ts';
export { type GitlabProps, gitlab } from './forge/gitlab.ts';
export type { CiAccountProps } from './model/account.ts';
export {
  type Image,
  type OwnImage,
  ownImage,
  type TagFormat,
  tagFormats,
  type UpstreamImage,
  upstreamImage,
} from './model/image.ts';
export { ConfigError, type Issue } from './model/issue.ts';
export {
  type ClusterProps,
  definePlatform,
  type NamespaceProps,
  type Platform,
  type PlatformProps,
  type RepositoryProps,
  type TeamProps,
} from './model/platform.ts';
export type { ClusterResource, IgnoredDifference, PodSecurity, Service, ServiceProps } from './model/service.ts';
export type { Source, SourceDelivery } from './model/source.ts';
export { type ExternalSecretProps, type ExternalSecretsProps, externalSecrets } from './secrets/external-secrets.ts';
export type { SecretsStrategy } from './secrets/secrets-strategy.ts';
export { type SopsProps, sops } from './secrets/sops.ts';
export { type GitPathProps, gitPath } from './sources/git-path.ts';
export { type HelmProps, helm } from './sources/helm.ts';
export { versions } from './versions.ts';
export { workload } from './workload/workload.ts';
export type { WorkloadProps } from './workload/workload-props.ts';
