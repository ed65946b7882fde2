import type { OptionRule } from '../../rule.ts';
import { placedPorts } from './placed-ports.ts';
import type { WorkloadUse } from './workload-use.ts';

export const privilegedPort: OptionRule<WorkloadUse> = {
  code: 'FL1903',
  title: 'Pods that are not root listen on ports above 1023',
  why: 'Pods have neither root nor NET_BIND_SERVICE; whether they may listen below 1024 depends on the container runtime (containerd 2 lets them, 1.x does not)',
  fix: 'make the program listen on a port such as 8080; the host is served on 443 by the ingress all the same',
  *options(use) {
    for (const { port, path, own } of placedPorts(use)) {
      if (own && port > 0 && port < 1024 && use.props.runAsUser !== 0)
        yield { path, problem: `port ${port} is for root, and the pods run as user ${use.props.runAsUser ?? 10_001}` };
    }
  },
};
