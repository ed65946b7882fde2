import { deployedResources } from '../access/ci-deployer.ts';
import type { Platform } from '../model/platform.ts';
import { code, plain, section, table } from './markdown.ts';

/** Who may do what: CI identities by namespace, and teams. */
export function accessSection(platform: Platform): string {
  return section('Who may do what', teams(platform), accounts(platform));
}

function teams({ teams: all, services }: Platform): string {
  const rows = all.map(({ name, description, groups }) => {
    const own = services.filter(({ team }) => team === name).map((service) => code(service.name));
    return [code(name), plain(description), own.join(' '), groups.map(code).join(' ') || 'nobody signs in for it yet'];
  });
  return table(['Team', 'What for', 'Services', 'Groups that see and sync them'], rows);
}

function accounts({ access }: Platform): string {
  if (access.length === 0) return '';
  const what = deployedResources.flatMap(({ resources }) => resources).join(', ');
  const rows = access.map(({ name, namespace, reads, writes, tokenMinutes }) => [
    code(name),
    code(namespace),
    reads.map(code).join(' '),
    writes.map(code).join(' '),
    `${tokenMinutes} min`,
  ]);
  const head = ['CI identity', 'Lives in', 'Looks at', 'Deploys to', 'Token life'];
  return `${table(head, rows)}\n\nThese identities handle ${what}. They never see Secrets, and have no right outside these namespaces.`;
}
