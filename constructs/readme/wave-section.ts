import type { Delivery } from '../delivery/delivery.ts';
import type { Platform } from '../model/platform.ts';
import { code, plain, section, table } from './markdown.ts';

/** The order in which things start, with the reason where the definition gives one. */
export function waveSection(platform: Platform, deliveries: readonly Delivery[]): string {
  const waves = [...new Set(deliveries.map(({ wave }) => wave))].sort((a, b) => a - b);
  const rows = waves.map((wave) => {
    const own = deliveries.filter((delivery) => delivery.wave === wave);
    const reason =
      platform.waves.get(wave) ??
      (own.every(({ service }) => service === undefined) ? 'Everything else stands on it' : '');
    return [String(wave), own.map(({ name }) => code(platform.engine.objectName(name))).join(' '), plain(reason)];
  });
  return section(
    'Order of start',
    'A wave starts once every service of the waves before it is Healthy.',
    table(['Wave', 'Services', 'Why then'], rows),
    guarantee(platform),
  );
}

function guarantee({ engine }: Platform): string {
  return engine.orderedUpdates
    ? 'That holds on the first install and on every update: each service is pinned to the commit of its content, and the pins move wave by wave.'
    : 'That holds on the first install, and for changes of chart versions and values. Changed manifests of several services reach the cluster together: `orderedUpdates: true` orders those too.';
}
