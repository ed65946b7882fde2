import { k8s } from 'cdk8s-plus-28';
import type { Manifest } from './manifest.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';
import { taskJob, taskLabels } from './task.ts';

/** Finished runs are kept a day, for their logs. */
const KEPT_SECONDS = 86_400;

/** A run that is this late is skipped. Without a limit, 100 missed runs stop the schedule for good (CronJob documentation). */
const STARTING_DEADLINE_SECONDS = 300;

/** The CronJobs `<service>-<name>` of a workload. */
export function cronJobs(workload: ResolvedWorkload): Manifest[] {
  return Object.entries(workload.props.cron ?? {}).map(([key, cron]) => {
    const name = `${workload.name}-${key}`;
    const labels = taskLabels(workload, name);
    return k8s.KubeCronJob.manifest({
      metadata: { name, namespace: workload.statedNamespace, labels },
      spec: {
        schedule: cron.schedule,
        timeZone: cron.timeZone ?? 'Etc/UTC',
        concurrencyPolicy: cron.concurrencyPolicy ?? 'Forbid',
        startingDeadlineSeconds: STARTING_DEADLINE_SECONDS,
        jobTemplate: {
          metadata: { labels },
          spec: { ...taskJob(workload, name, cron), ttlSecondsAfterFinished: KEPT_SECONDS },
        },
      },
    });
  });
}
