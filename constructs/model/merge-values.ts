/** Helm values, or any other tree of plain data. */
export type Values = { readonly [key: string]: unknown };

/** `over` laid over `under` as Helm does it: maps are merged key by key, anything else is replaced. Neither is changed. */
export function mergeValues(under: Values, over: Values): Values {
  const merged = new Map(Object.entries(under));
  for (const [key, value] of Object.entries(over)) {
    const below = merged.get(key);
    merged.set(key, isMap(value) && isMap(below) ? mergeValues(below, value) : value);
  }
  // Keys such as "__proto__" stay keys.
  return Object.fromEntries(merged);
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
