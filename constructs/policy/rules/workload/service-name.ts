import { quote } from '../../../model/issue.ts';
import { portsOf } from '../../../workload/ports.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const serviceName: OptionRule<WorkloadUse> = {
  code: 'FL1921',
  title: 'The name of a Service starts with a letter',
  why: 'Services have names of RFC 1035, unlike most objects: the API server refuses "4chan" for one, and takes it for a Deployment',
  fix: 'put a letter first',
  *options({ props, service }) {
    const { name } = service;
    if (/^\d/.test(name) && Object.keys(portsOf(props)).length > 0) {
      yield {
        path: `services.${name}`,
        problem: `a Service cannot be named ${quote(name)}`,
        fix: `name it like ${quote(`app-${name}`)}`,
      };
    }
  },
  *object({ manifest, file }) {
    if (
      manifest.kind !== 'Service' ||
      manifest.apiVersion !== 'v1' ||
      /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/.test(manifest.metadata.name)
    )
      return;
    yield {
      path: file,
      problem: `a Service cannot be named ${quote(manifest.metadata.name)}`,
      fix: 'use a-z, 0-9 and "-", a letter first, at most 63',
    };
  },
};
