import type { Team } from '../model/platform.ts';
import type { ArgocdRbac } from './argocd-props.ts';

/** Argo CD's `policy.csv`: admins, readers, and for each team the right to see and sync its own project. Sorted, so that it is stable. */
export function policyCsv({ admins = [], readers = [] }: ArgocdRbac, teams: readonly Team[]): string {
  const lines = [
    ...[...admins].sort().map((group) => bind(group, 'role:admin')),
    ...[...readers].sort().map((group) => bind(group, 'role:readonly')),
    ...teams.filter(({ groups }) => groups.length > 0).flatMap(teamPolicy),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function teamPolicy({ name, groups }: Team): string[] {
  const role = `role:team-${name}`;
  const allow = (resource: string, action: string) => `p, ${role}, ${resource}, ${action}, ${name}/*, allow`;
  return [
    allow('applications', 'get'),
    allow('applications', 'sync'),
    allow('logs', 'get'),
    ...groups.map((group) => bind(group, role)),
  ];
}

/** Casbin reads a line as CSV: a field with a quote or a comma must stand in quotes. */
function bind(group: string, role: string): string {
  return `g, ${/[",]/.test(group) ? `"${group.replaceAll('"', '""')}"` : group}, ${role}`;
}
