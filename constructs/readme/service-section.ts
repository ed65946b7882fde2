import type { Delivery } from '../delivery/delivery.ts';
import type { Platform } from '../model/platform.ts';
import { code, plain, section, table } from './markdown.ts';

/** The services, with where their manifests come from and where they run. */
export function serviceSection(platform: Platform, deliveries: readonly Delivery[]): string {
  const services = new Map(platform.services.map((service) => [service.name, service]));
  const rows = deliveries.flatMap((delivery) => {
    const service = services.get(delivery.service ?? '');
    if (!service) return [];
    const hosts = [...service.hosts, ...service.source.hosts(service, platform)].map((host) => `https://${host}`);
    const sync = delivery.prune ? 'automatic, prune, self-heal' : 'automatic, self-heal';
    return [
      [
        code(platform.engine.objectName(delivery.name)),
        plain(service.description),
        plain(service.source.summary),
        code(delivery.namespace),
        code(delivery.team),
        hosts.join(' '),
        sync,
      ],
    ];
  });
  if (rows.length === 0) return section('Services', 'None yet.');
  return section('Services', table(['Name', 'What it is', 'Source', 'Namespace', 'Team', 'Address', 'Sync'], rows));
}
