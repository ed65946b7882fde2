import type { Platform } from '../model/platform.ts';

/** A Mermaid flow chart from a push to what runs. Labels are quoted; Mermaid reads a few characters even there. */
export function diagram(platform: Platform): string {
  const { engine, forge, repository, services, clusters } = platform;
  const others = services.flatMap(({ name, source }) => source.repositories.map(({ url }) => ({ name, url })));
  const lines = [
    'flowchart LR',
    `  dev["You"] -->|push| git["${label(forge.title)}<br/>${label(shortUrl(repository.url))}"]`,
    `  git -->|read| engine["${label(engine.title)}"]`,
    ...others.map(({ url }, index) => `  repo${index}["${label(shortUrl(url))}"] -->|read| engine`),
    ...clusters.map(({ name }, index) => `  engine -->|sync| cluster${index}["cluster ${label(name)}"]`),
    ...services.slice(0, shown).map(({ name, cluster }, index) => {
      return `  cluster${clusters.findIndex((c) => c.name === cluster)} --- service${index}["${label(name)}"]`;
    }),
    ...(services.length > shown ? [`  cluster0 --- more["and ${services.length - shown} more"]`] : []),
  ];
  return ['```mermaid', ...lines, '```'].join('\n');
}

/** More boxes than this are no picture any more; the table has them all. */
const shown = 24;

const label = (text: string) => text.replace(/["<>`#;]/g, (c) => `#${c.codePointAt(0)};`);
const shortUrl = (url: string) => url.replace(/^[a-z]+:\/\/(?:[^/@]*@)?/i, '').replace(/\.git$/, '');
