import { nearest, quote } from '../../../model/issue.ts';
import { namespacesOf } from '../../../model/resolve.ts';
import { joinPath } from '../../../model/shape.ts';
import { platformIndex } from '../../../workload/platform-index.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const unknownSecret: OptionRule<WorkloadUse> = {
  code: 'FL1907',
  title: 'A Secret that a workload names is one that the platform brings',
  why: 'A pod whose Secret is missing waits in CreateContainerConfigError, or fails to pull its image',
  fix: 'add the Secret to the secrets of the platform, in the namespace of the workload',
  *options({ props, service, platform, path }) {
    const { secrets } = platformIndex(platform);
    const named = [
      ...Object.entries(props.secrets ?? {}).map(
        ([target, { secret }]) => [joinPath(path, ['secrets', target, 'secret']), secret] as const,
      ),
      ...(props.pullSecret === undefined ? [] : [[`${path}.pullSecret`, props.pullSecret] as const]),
    ];
    for (const namespace of namespacesOf(service, platform.environments)) {
      for (const [at, secret] of named) {
        if (secrets.has(`${namespace}/${secret}`)) continue;
        const near = nearest(`${namespace}/${secret}`, secrets);
        const fix =
          near === undefined
            ? undefined
            : `did you mean ${quote(near)}? Otherwise add the Secret to namespace ${quote(namespace)}`;
        yield {
          path: at,
          problem: `namespace ${quote(namespace)} gets no Secret ${quote(secret)}`,
          ...(fix !== undefined && { fix }),
        };
      }
    }
  },
};
