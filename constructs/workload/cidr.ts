import { isIPv4, isIPv6 } from 'node:net';

/** A range of addresses. */
export interface Cidr {
  /** First address of the range, as a number. */
  readonly network: bigint;
  /** Bits that all its addresses share. */
  readonly prefix: number;
  /** Bits of an address: 32 or 128. */
  readonly bits: 32 | 128;
  /** The range as it should be written, without host bits: `10.0.0.0/8`. */
  readonly canonical: string;
  /** Whether the given address is the first of the range, as Kubernetes and most network plugins want it. */
  readonly exact: boolean;
}

/** Reads `10.0.0.0/8` or `fd00::/8`; undefined when it is no range. Zone ids and IPv4 in IPv6 notation are not accepted, as in the API server. */
export function parseCidr(text: string): Cidr | undefined {
  const [, address = '', length = ''] = /^([0-9a-fA-F.:]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const bits = isIPv4(address) ? 32 : isIPv6(address) && !address.includes('.') ? 128 : undefined;
  const prefix = Number(length);
  if (bits === undefined || prefix > bits) return undefined;
  const value = bits === 32 ? readIPv4(address) : readIPv6(address);
  const host = (1n << BigInt(bits - prefix)) - 1n;
  const network = value & ~host;
  return { network, prefix, bits, canonical: `${formatAddress(network, bits)}/${prefix}`, exact: network === value };
}

/** Whether every address of `inner` is in `outer`. */
export function containsCidr(outer: Cidr, inner: Cidr): boolean {
  if (outer.bits !== inner.bits || outer.prefix > inner.prefix) return false;
  const shift = BigInt(outer.bits - outer.prefix);
  return outer.network >> shift === inner.network >> shift;
}

function readIPv4(address: string): bigint {
  return address.split('.').reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function readIPv6(address: string): bigint {
  const [before = '', after] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const head = groups(before);
  const tail = after === undefined ? [] : groups(after);
  const middle = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...middle, ...tail].reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

function formatAddress(value: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  // RFC 5952: the longest run of at least two zero groups becomes "::", the first of equals.
  let [start, length] = [0, 1];
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (groups[end] === '0') end++;
    if (end - i > length) [start, length] = [i, end - i];
  }
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}
