import { joinPath } from '../../../model/shape.ts';
import { parseQuantity } from '../../../workload/quantity.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const volumeKind: OptionRule<WorkloadUse> = {
  code: 'FL1925',
  title: 'A volume has a size, or is an existing claim',
  why: 'A claim without a size is refused, and the size of an existing one is its own',
  fix: 'add `size`, such as "10Gi", or `claim`',
  *options({ props, path }) {
    for (const [name, { size, claim, storageClass, accessModes }] of Object.entries(props.volumes ?? {})) {
      const at = joinPath(path, ['volumes', name]);
      if (size === undefined && claim === undefined) yield { path: at, problem: 'the volume has no size' };
      if (claim !== undefined && (size ?? storageClass ?? accessModes) !== undefined) {
        yield {
          path: at,
          problem: 'the volume is an existing claim, and has a size, class or access modes of a new one',
          fix: 'drop `claim`, or the others',
        };
      }
      if (size !== undefined && parseQuantity(size) === 0)
        yield { path: `${at}.size`, problem: 'the volume has no room', fix: 'use a size such as "10Gi"' };
    }
  },
};
