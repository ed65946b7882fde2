import { hash } from 'node:crypto';

/** Leaves room for `.yaml` and the hash below the 255 bytes that file systems allow. */
const LONGEST_NAME = 230;

/**
 * `<kind>.<namespace>.<name>.yaml` in lower case, without a namespace for an object of the whole cluster. Different names give different
 * files, also where upper and lower case are the same to the file system: what is not a lower case letter, digit, `-` or `.` is
 * written as `_` and its bytes in hexadecimal (`system:foo` is `system_3afoo`; no other kind of name has an underscore).
 */
export function objectFileName(kind: string, namespace: string | undefined, name: string): string {
  const parts = [
    escapePart(kind.toLowerCase()),
    ...(namespace === undefined ? [] : [escapePart(namespace)]),
    escapePart(name),
  ];
  const whole = parts.join('.');
  return whole.length <= LONGEST_NAME
    ? `${whole}.yaml`
    : `${whole.slice(0, LONGEST_NAME - 17)}-${hash('sha256', whole).slice(0, 16)}.yaml`;
}

function escapePart(part: string): string {
  return part.replace(/[^a-z0-9.-]/gu, (c) => Buffer.from(c).toString('hex').replace(/../g, '_$&'));
}
