import type { WorkloadProps } from './workload-props.ts';

/** Ports by name, whichever way they were written. */
export function portsOf({ port, ports }: Pick<WorkloadProps, 'port' | 'ports'>): Readonly<Record<string, number>> {
  return ports ?? (port === undefined ? {} : { http: port });
}

/** Name of the port that the hosts and the probes use: `http`, or else the first by name; undefined without ports. */
export function mainPortOf(props: Pick<WorkloadProps, 'port' | 'ports'>): string | undefined {
  const names = Object.keys(portsOf(props)).sort();
  return names.includes('http') ? 'http' : names[0];
}
