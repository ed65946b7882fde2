import { createHash } from 'node:crypto';

/** RFC 1123 label: what Kubernetes accepts as a namespace, and as one part of a host. */
const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** Names that people read as something else, or that file systems and JavaScript keep for themselves. */
const treacherous = new Set(['con', 'prn', 'aux', 'nul', 'constructor', 'prototype', 'tostring', 'valueof']);

/** Why `name` cannot be a DNS label of at most `max` characters, or undefined when it can. */
export function labelProblem(name: string, max = 63): string | undefined {
  if (name === '') return 'is empty';
  if (name.length > max) return `has ${name.length} characters, and ${max} is the limit`;
  if (treacherous.has(name) || /^(com|lpt)\d$/.test(name)) return 'is a reserved word on some systems';
  if (label.test(name)) return undefined;
  if (/[A-Z]/.test(name)) return 'has upper-case letters';
  if (/^-|-$/.test(name)) return 'starts or ends with "-"';
  return 'may have only a-z, 0-9 and "-"';
}

/** Why `host` cannot be a DNS name, or undefined when it can. */
export function hostProblem(host: string): string | undefined {
  if (host.length > 253) return `has ${host.length} characters, and 253 is the limit`;
  if (host.includes('://') || host.includes('/')) return 'is a URL, not a host';
  if (host.startsWith('*.')) return 'is a wildcard';
  const parts = host.split('.');
  if (parts.length < 2) return 'has no domain';
  if (parts.includes('')) return 'has an empty part';
  return parts
    .map((part) => labelProblem(part))
    .find((problem) => problem !== undefined && !problem.includes('reserved word'));
}

/** A name of at most `max` characters: `name` itself when it fits, else its beginning and 8 digits of its hash, so that two long names stay two. */
export function fitName(name: string, max = 63): string {
  if (name.length <= max) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, max - 9).replace(/-+$/, '')}-${digest}`;
}

/** The nearest valid label to a bad one, for the fix of an error. */
export function labelFor(name: string, max = 63): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return fitName(slug === '' ? 'name' : slug, max);
}
