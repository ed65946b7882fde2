/** Suffixes of Kubernetes quantities and what they multiply by (apimachinery `resource.Quantity`). */
const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

/** What a Kubernetes quantity such as `250m` or `1.5Gi` amounts to, in cores or bytes; undefined when it is none. */
export function parseQuantity(text: string): number | undefined {
  const match = QUANTITY.exec(text);
  if (!match) return undefined;
  const [, digits = '', exponent = '', suffix = ''] = match;
  return Number(`${digits}${exponent}`) * (FACTORS[suffix] ?? 1);
}

/** The greater of two quantities, as written; the first where they are equal or cannot be read. */
export function greaterQuantity(a: string, b: string): string {
  return (parseQuantity(b) ?? 0) > (parseQuantity(a) ?? 0) ? b : a;
}

/** The lesser of two quantities, as written; the first where they are equal or cannot be read. */
export function lesserQuantity(a: string, b: string): string {
  return (parseQuantity(b) ?? Infinity) < (parseQuantity(a) ?? Infinity) ? b : a;
}

/** The quantity that people mean by `1GB`, `512 mb` or `500mm`; undefined where that is anyone's guess. */
export function nearestQuantity(text: string, unit: 'cores' | 'bytes'): string | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(text);
  if (!match) return undefined;
  const [, digits = '', word = ''] = match;
  if (unit === 'cores') {
    if (/^(c|cores?|cpus?|vcpus?)?$/i.test(word)) return digits;
    return /^m/i.test(word) ? `${digits}m` : undefined;
  }
  if (/^(b|bytes?)?$/i.test(word)) return digits;
  const prefix = /^([kmgtpe])(i?b?|(i?b)?(yte)?s?|.)$/i.exec(word)?.[1];
  return prefix === undefined ? undefined : `${digits}${prefix.toUpperCase()}i`;
}
