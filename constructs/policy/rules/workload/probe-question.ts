import { quote, suggest } from '../../../model/issue.ts';
import { portsOf } from '../../../workload/ports.ts';
import type { ProbeProps } from '../../../workload/probe-props.ts';
import type { Finding, OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const probeQuestion: OptionRule<WorkloadUse> = {
  code: 'FL1930',
  title: 'A probe asks one question that the container can answer',
  why: 'A probe that cannot succeed keeps the pod out of service, or restarts it again and again',
  fix: 'give it `path`, `tcp` or `command`',
  *options({ props, path }) {
    for (const kind of ['readiness', 'liveness', 'startup'] as const) {
      const probe = props.probes?.[kind];
      if (probe) yield* check(probe, `${path}.probes.${kind}`, Object.keys(portsOf(props)));
    }
  },
};

function* check(probe: ProbeProps, path: string, ports: readonly string[]): Iterable<Finding> {
  const asked = (['path', 'tcp', 'command'] as const).filter((question) => probe[question] !== undefined);
  if (asked.length !== 1)
    yield { path, problem: asked.length === 0 ? 'the probe asks nothing' : `the probe asks ${asked.join(' and ')}` };
  if (probe.path !== undefined && !probe.path.startsWith('/')) {
    yield {
      path: `${path}.path`,
      problem: `${quote(probe.path)} does not start with "/"`,
      fix: `use ${quote(`/${probe.path}`)}`,
    };
  }
  if (probe.command?.length === 0)
    yield { path: `${path}.command`, problem: 'the command is empty', fix: 'name a program of the image' };
  if (probe.command === undefined && ports.length === 0)
    yield { path, problem: 'the workload has no port to ask', fix: 'use `command`' };
  if (probe.port !== undefined && !ports.includes(probe.port)) {
    yield { path: `${path}.port`, problem: `there is no port ${quote(probe.port)}`, fix: suggest(probe.port, ports) };
  }
  for (const field of ['periodSeconds', 'timeoutSeconds', 'failureThreshold'] as const) {
    const value = probe[field];
    if (value !== undefined && (!Number.isInteger(value) || value < 1))
      yield { path: `${path}.${field}`, problem: `${quote(value)} is no whole number from 1 up`, fix: 'use 1 or more' };
  }
}
