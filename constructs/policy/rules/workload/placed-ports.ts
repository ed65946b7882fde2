import { joinPath } from '../../../model/shape.ts';
import type { WorkloadUse } from './workload-use.ts';

/** A port number, and its place in the definition. */
export interface PlacedPort {
  readonly port: number;
  readonly path: string;
  /** Whether the workload itself listens on it. */
  readonly own: boolean;
}

/** Every port number of a workload: its own and those of its peers. */
export function* placedPorts({ props, path }: WorkloadUse): Iterable<PlacedPort> {
  if (props.port !== undefined) yield { port: props.port, path: `${path}.port`, own: true };
  for (const [name, port] of Object.entries(props.ports ?? {}))
    yield { port, path: joinPath(path, ['ports', name]), own: true };
  for (const field of ['allowFrom', 'allowTo'] as const) {
    for (const [i, peer] of (props[field] ?? []).entries()) {
      if (typeof peer === 'string') continue;
      for (const [j, port] of (peer.ports ?? []).entries())
        yield { port, path: joinPath(path, [field, i, 'ports', j]), own: false };
    }
  }
}
