/** Default pins of charts and engines, in one place. A platform may pin higher, never below a floor (`constructs/policy/floors.ts`). */
export const versions = {
  /** Chart `argo-cd` of argo-helm. Its own appVersion, 3.4.4, has four critical advisories; the image below has their fixes. */
  argocdChart: '10.1.1',
  /** Newest patch of the minor that the chart was made for. */
  argocd: 'v3.4.10',
  /** KSOPS, the kustomize plugin with which Argo CD decrypts SOPS files. */
  ksops: 'v4.5.1',
} as const;
