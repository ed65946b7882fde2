import { k8s } from 'cdk8s-plus-28';
import type { ProbeProps, ProbesProps } from './probe-props.ts';

/** The three probes of a container. A port's owner is asked without being told to; a worker only as it says. */
export function containerProbes(
  { readiness, liveness, startup }: ProbesProps = {},
  mainPort: string | undefined,
): Pick<k8s.Container, 'readinessProbe' | 'livenessProbe' | 'startupProbe'> {
  const [ready, open]: ProbeProps[] = mainPort === undefined ? [] : [{ path: '/healthz' }, { tcp: true }];
  return {
    readinessProbe: probe(readiness ?? ready, mainPort, 10, 3),
    livenessProbe: probe(liveness ?? open, mainPort, 10, 6),
    startupProbe: probe(startup ?? open, mainPort, 5, 60),
  };
}

function probe(
  props: ProbeProps | undefined,
  mainPort = '',
  periodSeconds: number,
  failureThreshold: number,
): k8s.Probe | undefined {
  if (props === undefined) return undefined;
  const port = k8s.IntOrString.fromString(props.port ?? mainPort);
  return {
    ...(props.path !== undefined && { httpGet: { path: props.path, port } }),
    ...(props.tcp && { tcpSocket: { port } }),
    ...(props.command && { exec: { command: [...props.command] } }),
    periodSeconds: props.periodSeconds ?? periodSeconds,
    timeoutSeconds: props.timeoutSeconds ?? 3,
    failureThreshold: props.failureThreshold ?? failureThreshold,
  };
}
