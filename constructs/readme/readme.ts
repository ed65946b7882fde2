import type { Delivery } from '../delivery/delivery.ts';
import type { Platform } from '../model/platform.ts';
import { accessSection } from './access-section.ts';
import { diagram } from './diagram.ts';
import { code, numbered, plain, section, table } from './markdown.ts';
import { serviceSection } from './service-section.ts';
import { waveSection } from './wave-section.ts';

/** The front page of a rendered repository: what runs, in which order, who may do what, and what to do when. */
export function readme(platform: Platform, deliveries: readonly Delivery[]): string {
  const { name, description, engine, secrets } = platform;
  const sections = [
    `# ${name}`,
    description === '' ? '' : plain(description),
    `Rendered by Fairlead from \`apps/${name}/platform.ts\`. Change it there: what is edited here is overwritten.`,
    section('How a change reaches the cluster', diagram(platform), flow(platform)),
    serviceSection(platform, deliveries),
    waveSection(platform, deliveries),
    accessSection(platform),
    section(engine.title, table(['What', 'Value'], engine.facts()), credentials(platform)),
    section(
      'Secrets',
      `${secrets.title}. ${capital(secrets.originals)} keeps the originals.`,
      numbered(secrets.steps(platform)),
    ),
    ...engine.runbook(platform).map(({ title, steps }) => section(title, numbered(steps))),
    section('What is where', layout(platform)),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function flow({ engine, repository }: Platform): string {
  return (
    `${engine.title} reads \`${repository.path}\` of ${repository.url} at \`${repository.revision}\`, and keeps the cluster as it says: ` +
    'what is added to git is created, what leaves git is deleted, and what somebody changes in the cluster is changed back.'
  );
}

function credentials({ engine, forge }: Platform): string {
  if (forge.credentials.length === 0) return '';
  const rows = forge.credentials.map(({ url, secret }) => [`every repository below ${url}`, code(secret)]);
  return `${engine.title} signs in to ${forge.title} with:\n\n${table(['For', 'Secret'], rows)}`;
}

function layout({ clusters }: Platform): string {
  return [
    '- `bootstrap/`: what has to be in the cluster before the engine can read git',
    `- ${clusters.map(({ name }) => `\`clusters/${name}/\``).join(', ')}: what the engine keeps in sync, one file for each`,
    '- `foundation/`: namespaces and CI identities',
    '- `apps/<service>/`: manifests that Fairlead renders for a service',
    '- `checksums.txt`: SHA-256 of what is beside and below it; `sha256sum --check` proves that the files are whole',
  ].join('\n');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
