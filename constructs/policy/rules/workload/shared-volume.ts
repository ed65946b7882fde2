import { quote } from '../../../model/issue.ts';
import { resolveVolumes } from '../../../workload/volume.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const sharedVolume: OptionRule<WorkloadUse> = {
  code: 'FL1926',
  title: 'Several pods share a volume only where it can be shared',
  why: 'A ReadWriteOnce volume is attached to one node: pods on any other wait for ever (Multi-Attach error)',
  fix: 'run one pod, or use a ReadWriteMany volume',
  *options({ props, variants }) {
    const exclusive = resolveVolumes(props.volumes).find((volume) => volume.exclusive);
    if (!exclusive) return;
    for (const { settings, at } of variants) {
      const pods = settings.autoscale?.max ?? settings.replicas ?? 1;
      if (pods > 1)
        yield {
          path: at(settings.autoscale ? 'autoscale' : 'replicas'),
          problem: `${pods} pods would share volume ${quote(exclusive.name)}, which is ${exclusive.accessModes.join(', ')}`,
        };
    }
  },
};
