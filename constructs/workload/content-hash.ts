import { hash } from 'node:crypto';

/** Digits of a hash in a name or an annotation: enough that two contents of one workload never share them. */
const DIGITS = 8;

/** 8 hexadecimal digits that change whenever the value does. The order of keys does not count. */
export function contentHash(value: unknown): string {
  return hash('sha256', JSON.stringify(value, sortKeys)).slice(0, DIGITS);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
