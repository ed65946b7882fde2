import type { Finding, Rule } from '../../rule.ts';

/** Verbs and resources with which an account can get any other right. */
const escalating = new Set(['*', 'escalate', 'bind', 'impersonate']);
const revealing = new Set(['*', 'secrets', 'pods/exec', 'pods/attach', 'serviceaccounts/token']);

export const wideRoles: Rule = {
  code: 'FL1604',
  title: 'A role does not reach for secrets or for more rights',
  why: 'get, list and watch of secrets all show their contents (CIS 5.1.2); exec is a way around it; "*", escalate, bind and impersonate lead to everything',
  fix: 'name the resources and verbs that are needed; reviewers see this warning on every run',
  level: 'warning',
  *object({ manifest, file }) {
    if (manifest.kind !== 'Role' && manifest.kind !== 'ClusterRole') return;
    for (const rule of asArray(manifest.rules)) {
      yield* wide(file, 'verb', asArray(field(rule, 'verbs')), escalating);
      yield* wide(file, 'resource', asArray(field(rule, 'resources')), revealing);
    }
  },
};

function* wide(
  path: string,
  what: string,
  granted: readonly unknown[],
  refused: ReadonlySet<string>,
): Iterable<Finding> {
  for (const item of granted)
    if (typeof item === 'string' && refused.has(item)) yield { path, problem: `grants the ${what} "${item}"` };
}

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
