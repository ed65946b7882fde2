import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type CrdSource, crdSources, sourcesOf } from './crd-sources.ts';
import type { KubeClient } from './kube-client.ts';
import { type KubeObject, refOf } from './kube-object.ts';
import { until } from './until.ts';

/** The definitions of sources, by default of all. */
export async function readCrds(sources: readonly CrdSource[] = crdSources): Promise<KubeObject[]> {
  const crds: KubeObject[] = [];
  for (const source of sources) {
    const folder = join(await sourcesOf(source), source.folder);
    const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
    const objects = files
      .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
      .map((document) => document.toJS() as KubeObject);
    crds.push(...objects.filter((object) => object?.kind === 'CustomResourceDefinition'));
  }
  return crds;
}

function isEstablished(crd: KubeObject): boolean {
  const conditions: { type: string; status: string }[] = crd.status?.conditions ?? [];
  return conditions.some(({ type, status }) => type === 'Established' && status === 'True');
}

/** Applies definitions and waits until the server serves each, because objects of a kind too early are refused. */
export async function installCrds(client: KubeClient, crds: readonly KubeObject[]): Promise<void> {
  for (const crd of crds) {
    const definition = { ...crd };
    // A leftover of the generator, which the server does not take in an apply.
    delete definition.status;
    await client.apply(definition);
  }
  for (const crd of crds) {
    await until(async () => isEstablished(await client.get(refOf(crd))), {
      what: `CRD ${crd.metadata.name} is served`,
    });
  }
}
