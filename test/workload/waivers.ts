/** A finding of an outside linter on what workloads render that is left as it is, and why. */
export interface Waiver {
  readonly linter: 'checkov' | 'kube-score' | 'kube-linter';
  /** Id of the linter's check. */
  readonly check: string;
  /** The objects it may be found on: `<kind>` of any, or `<kind>/<name>`. */
  readonly on: readonly string[];
  readonly reason: string;
}

/** All waivers for the samples of `renderSamples()`; overlays are linted as `kustomize build` gives them. */
export const waivers: readonly Waiver[] = [
  {
    linter: 'checkov',
    check: 'CKV_K8S_43',
    on: ['Deployment', 'CronJob', 'Job'],
    reason:
      "Own images have no digest: nothing is downloaded at synth, and their tags name the commit, which CI does not move. Somebody else's can have one, and the samples' do.",
  },
  {
    linter: 'kube-score',
    check: 'deployment-replicas',
    on: ['Deployment/sonarr', 'Deployment/shop'],
    reason:
      'A ReadWriteOnce volume allows for one pod (sonarr); an environment for trying things out asks for one (shop in dev).',
  },
  {
    linter: 'kube-score',
    check: 'deployment-strategy',
    on: ['Deployment/sonarr'],
    reason: 'A rolling update would start a second pod that waits for the ReadWriteOnce volume of the first, for ever.',
  },
  {
    linter: 'kube-linter',
    check: 'job-ttl-seconds-after-finished',
    on: ['Job'],
    reason:
      'An engine finds a deleted Job missing and runs it again. The Job goes when its content, and with it its name, changes.',
  },
];
