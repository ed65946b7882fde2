import { isMap, parseDocument } from 'yaml';
import type { Platform } from './platform.ts';

/** A full commit: a short one can come to mean another. */
export const commitPattern = /^[0-9a-f]{40}$/;

/** Commit that holds the content of a service, from `pins/<service>.yaml`; undefined before its first release. */
export function readPin(platform: Platform, service: string): string | undefined {
  const text = platform.inputs.pins.get(`${service}.yaml`);
  if (text === undefined) return undefined;
  // Without types, a commit of digits alone stays a text.
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const commit = document.get('commit');
  return typeof commit === 'string' ? commit : undefined;
}
