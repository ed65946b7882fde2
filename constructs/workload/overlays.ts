import { ApiObject } from 'cdk8s';
import { objectFileName } from '../files/object-file-name.ts';
import type { Output } from '../files/output.ts';
import { emitYaml } from '../files/yaml.ts';
import { deployment } from './deployment.ts';
import type { Manifest } from './manifest.ts';
import { workloadObjects } from './objects.ts';
import { releaseTag } from './releases.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';
import { strategicPatch } from './strategic-patch.ts';

const KUSTOMIZATION = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' } as const;

/**
 * Renders `base` and one folder below `overlays` for each environment. What is the same in all environments is in the base. What differs
 * is whole in each overlay, but for the Deployment: the base has it with the settings that hold everywhere, and the overlays patch it.
 */
export function renderOverlays(
  output: Output,
  folder: string,
  common: ResolvedWorkload,
  variants: readonly ResolvedWorkload[],
): void {
  const shared = deployment(common);
  const copies = variants.map((variant) => ({
    variant,
    objects: workloadObjects(variant).filter(({ kind }) => kind !== 'Deployment'),
  }));
  const occurrences = new Map<string, number>();
  const texts = new Map(copies.flatMap(({ objects }) => objects.map((object) => [object, JSON.stringify(object)])));
  for (const text of texts.values()) occurrences.set(text, (occurrences.get(text) ?? 0) + 1);
  const inBase = (object: Manifest) => occurrences.get(texts.get(object) ?? '') === variants.length;
  addFolder(output, `${folder}/base`, [shared, ...(copies[0]?.objects.filter(inBase) ?? [])], {});
  for (const { variant, objects } of copies) {
    const patch = strategicPatch(shared, deployment(variant));
    addFolder(
      output,
      `${folder}/overlays/${variant.environment?.name}`,
      objects.filter((object) => !inBase(object)),
      {
        namespace: variant.namespace,
        resources: ['../../base'],
        images: ownImages(variant),
        patches: patch ? [{ patch: emitYaml(patch) }] : [],
      },
    );
  }
}

interface Kustomization {
  readonly namespace?: string;
  readonly resources?: readonly string[];
  readonly images?: readonly object[];
  readonly patches?: readonly object[];
}

function addFolder(
  output: Output,
  folder: string,
  objects: readonly Manifest[],
  { resources = [], images = [], patches = [], ...rest }: Kustomization,
): void {
  addObjects(output, folder, objects);
  const files = objects.map(({ kind, metadata }) => objectFileName(kind, undefined, metadata.name)).sort();
  const kustomization = {
    ...KUSTOMIZATION,
    ...rest,
    resources: [...resources, ...files],
    ...(images.length > 0 && { images }),
    ...(patches.length > 0 && { patches }),
  };
  output.file(`${folder}/kustomization.yaml`, emitYaml(kustomization), folder);
}

/** Adds the objects as constructs, each under a name that the order of the definition does not change. */
export function addObjects(output: Output, folder: string, objects: readonly Manifest[]): void {
  if (objects.length === 0) return;
  const chart = output.chart(folder);
  for (const object of objects) new ApiObject(chart, `${object.kind}-${object.metadata.name}`, object);
}

function ownImages({ props, service, platform, environment }: ResolvedWorkload): readonly object[] {
  const tasks = [...Object.values(props.cron ?? {}), ...Object.values(props.jobs ?? {})];
  const images = [props.image, ...tasks.flatMap(({ image }) => image ?? [])].filter(({ own }) => own);
  const newTag = images.length > 0 ? releaseTag(service, platform, environment?.name) : '';
  return [...new Set(images.map(({ repository }) => repository))].sort().map((name) => ({ name, newTag }));
}
