import type { ServiceProps } from './service.ts';

/** Wave of a service that says nothing and depends on nothing. */
export const defaultWave = 10;

/** Wave of the foundation: namespaces, access, credentials. Nothing else may come before it or with it. */
export const foundationWave = -10;

/** Argo CD runs an empty pass for no wave, but every wave costs a few seconds of waiting. */
export const highestWave = 1000;

type Named = Readonly<Record<string, Pick<ServiceProps, 'wave' | 'dependsOn'>>>;

/**
 * Wave by service: the one it gives; else one above the highest wave that it depends on, and never below the default.
 * Unknown dependencies and cycles count for nothing here; rules report them.
 */
export function resolveWaves(definition: Named): ReadonlyMap<string, number> {
  const services = new Map(Object.entries(definition));
  const known = new Map<string, number>();
  const visiting = new Set<string>();
  const waveOf = (name: string): number => {
    const service = services.get(name);
    const done = known.get(name);
    if (done !== undefined) return done;
    if (!service || visiting.has(name)) return Number.NEGATIVE_INFINITY;
    visiting.add(name);
    const after = (service.dependsOn ?? []).map((dependency) => waveOf(dependency) + 1);
    const wave = service.wave ?? Math.max(defaultWave, ...after);
    visiting.delete(name);
    known.set(name, wave);
    return wave;
  };
  for (const name of services.keys()) waveOf(name);
  return known;
}

/** Every cycle of `dependsOn`, each once, as the names along it with the first one repeated at the end. */
export function findCycles(definition: Named): string[][] {
  const services = new Map(Object.entries(definition));
  const cycles = new Map<string, string[]>();
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (name: string) => {
    if (state.get(name) === 'done' || !services.has(name)) return;
    if (state.get(name) === 'open') {
      const cycle = trail.slice(trail.indexOf(name));
      // The same cycle is found from any of its members: start it at the first by name.
      const start = cycle.indexOf([...cycle].sort()[0] ?? name);
      const turned = [...cycle.slice(start), ...cycle.slice(0, start)];
      cycles.set(turned.join(' '), [...turned, turned[0] ?? name]);
      return;
    }
    state.set(name, 'open');
    trail.push(name);
    for (const dependency of services.get(name)?.dependsOn ?? []) visit(dependency);
    trail.pop();
    state.set(name, 'done');
  };
  for (const name of [...services.keys()].sort()) visit(name);
  return [...cycles.values()];
}
