import { k8s } from 'cdk8s-plus-28';
import { contentHash } from './content-hash.ts';
import type { Manifest } from './manifest.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';
import { taskJob, taskLabels } from './task.ts';

/**
 * The Jobs `<service>-<name>-<hash>` of a workload. A Job's template cannot change, so another content is another Job, and the engine
 * prunes the old one. They have no `ttlSecondsAfterFinished`: an engine would find the Job missing, and run it again.
 */
export function oneShotJobs(workload: ResolvedWorkload): Manifest[] {
  return Object.entries(workload.props.jobs ?? {}).map(([key, task]) => {
    const name = `${workload.name}-${key}`;
    const spec = taskJob(workload, name, task);
    // The tag counts too, although kustomize may add it later.
    const hash = contentHash([spec, workload.fullReference(task.image ?? workload.props.image)]);
    return k8s.KubeJob.manifest({
      metadata: { name: `${name}-${hash}`, namespace: workload.statedNamespace, labels: taskLabels(workload, name) },
      spec,
    });
  });
}
