import type { k8s } from 'cdk8s-plus-28';
import { fileMounts } from './mounted-files.ts';
import { podTemplate } from './pod.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';
import { resolveResources } from './resources.ts';
import type { TaskProps } from './task-props.ts';

/** The Job of a task: its pods carry the workload's instance, so that its network policy holds, and a name of their own, so that they get no requests. */
export function taskJob(workload: ResolvedWorkload, name: string, task: TaskProps): k8s.JobSpec {
  const { props, labels } = workload;
  const template = podTemplate(workload, {
    labels: { ...labels, 'app.kubernetes.io/name': name },
    image: task.image ?? props.image,
    command: task.command,
    args: task.args,
    resources: task.resources ? resolveResources(task.resources) : workload.resources,
    mounts: fileMounts(workload),
    spec: { restartPolicy: 'Never' },
  });
  return { activeDeadlineSeconds: task.timeoutSeconds ?? 3600, backoffLimit: task.retries ?? 2, template };
}

/** Labels of the object that makes the pods of a task. */
export function taskLabels({ labels }: ResolvedWorkload, name: string): Record<string, string> {
  return { ...labels, 'app.kubernetes.io/name': name };
}
