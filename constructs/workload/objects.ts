import { autoscaler } from './autoscaler.ts';
import { configMap } from './config-map.ts';
import { cronJobs } from './cron-job.ts';
import { deployment } from './deployment.ts';
import { disruptionBudget } from './disruption-budget.ts';
import { httpRoute } from './http-route.ts';
import { ingress } from './ingress.ts';
import type { Manifest } from './manifest.ts';
import { networkPolicy } from './network-policy.ts';
import { networkService } from './network-service.ts';
import { oneShotJobs } from './one-shot-job.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';
import { serviceAccount } from './service-account.ts';
import { volumeClaims } from './volume-claim.ts';

/** All objects of a workload in one environment. */
export function workloadObjects(workload: ResolvedWorkload): readonly Manifest[] {
  return [
    deployment(workload),
    serviceAccount(workload),
    networkPolicy(workload),
    ...networkService(workload),
    ...configMap(workload),
    ...ingress(workload),
    ...httpRoute(workload),
    ...autoscaler(workload),
    ...disruptionBudget(workload),
    ...volumeClaims(workload),
    ...cronJobs(workload),
    ...oneShotJobs(workload),
  ];
}
