import { isMap, type Leaf, leavesOf } from './leaves.ts';

const FIRST = ['apiVersion', 'kind', 'metadata'];

/**
 * The leaves of a Kubernetes object in the order in which `emitYaml` writes them: the MAC is over the values in the order of the file.
 * That order cannot be had from the object itself, because JavaScript lists keys such as `9` before all others.
 */
export function emittedLeaves(object: Readonly<Record<string, unknown>>): Leaf[] {
  const rest = Object.keys(object).filter((key) => !FIRST.includes(key));
  return [...FIRST, ...rest.sort()].flatMap((key) => sortedLeaves(object[key], [key]));
}

function sortedLeaves(value: unknown, path: readonly string[]): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item) => sortedLeaves(item, path));
  if (!isMap(value)) return leavesOf(value, path);
  return Object.keys(value)
    .sort()
    .flatMap((key) => sortedLeaves(value[key], [...path, key]));
}
