import { placeBelow } from './place.ts';

/** A value that is neither a map nor a list. */
export interface Leaf {
  /** Keys from the top. Positions in lists are left out, as SOPS leaves them out when it selects and authenticates values. */
  readonly path: readonly string[];
  /** The same for people, with positions. */
  readonly place: string;
  readonly value: unknown;
}

/** All leaves of a plain value, in the order of the document. */
export function leavesOf(value: unknown, path: readonly string[] = [], place = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => leavesOf(item, path, placeBelow(place, i)));
  if (!isMap(value)) return [{ path, place, value }];
  return Object.entries(value).flatMap(([key, below]) => leavesOf(below, [...path, key], placeBelow(place, key)));
}

/** The same value with each leaf replaced. Calls `replace` in the order of the document. */
export function mapLeaves(
  value: unknown,
  replace: (leaf: Leaf) => unknown,
  path: readonly string[] = [],
  place = '',
): unknown {
  if (Array.isArray(value)) return value.map((item, i) => mapLeaves(item, replace, path, placeBelow(place, i)));
  if (!isMap(value)) return replace({ path, place, value });
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, below]) => [key, mapLeaves(below, replace, [...path, key], placeBelow(place, key))]),
  );
}

/** A plain map, as a YAML or JSON parser makes it. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
