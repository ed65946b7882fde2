import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkTree } from '../constructs/files/check-tree.ts';
import { type Issue, quote } from '../constructs/model/issue.ts';
import { serviceLabel } from '../constructs/model/labels.ts';
import { asIssue } from '../constructs/policy/rule.ts';
import { removalIsMeant } from '../constructs/policy/rules/objects/removal.ts';
import type { Rendered } from './gitops.ts';

/** Services that the output has, that would be gone after a write, and that no tombstone stands for. Each takes what it runs along. */
export function unmeantRemovals(target: string, { platform, tree }: Rendered, within?: string): Issue[] {
  const gone = checkTree(target, tree, { within }).filter(
    ({ path, state }) => state === 'extra' && /^clusters\/[^/]+\/.+\.yaml$/.test(path),
  );
  const meant = new Set(platform.tombstones);
  return gone.flatMap(({ path }) => {
    const { service, kind, name } = identify(readFileSync(join(target, path), 'utf8'));
    if (service === undefined || meant.has(service)) return [];
    const exists = platform.services.some((other) => other.name === service);
    const problem = exists
      ? `${kind} ${quote(name)} of service ${quote(service)} would be deleted with all it runs, and made again under another name`
      : `service ${quote(service)} would be deleted, with all it runs`;
    return [asIssue(removalIsMeant, { path: exists ? `services.${service}` : 'services', problem })];
  });
}

/** Every object that an engine deletes a service by carries our label. */
function identify(text: string): { service?: string; kind: string; name: string } {
  const object: unknown = parse(text, { logLevel: 'silent' });
  const at = (...path: readonly string[]) =>
    path.reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      object,
    );
  const service = at('metadata', 'labels', serviceLabel);
  return {
    ...(typeof service === 'string' && { service }),
    kind: String(at('kind')),
    name: String(at('metadata', 'name')),
  };
}
