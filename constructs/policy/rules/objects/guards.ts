import type { Rule } from '../../rule.ts';

const guarded = new Set(['PersistentVolumeClaim', 'Namespace', 'CustomResourceDefinition', 'StatefulSet']);

export const dataGuards: Rule = {
  code: 'FL2001',
  title: 'What holds data is guarded against deletion',
  why: 'Pruned or deleted with its Application, a volume, a Namespace or a CRD takes all that is in it along (argo-cd #9853, #5445)',
  fix: 'add the annotations of `platform.engine.guard`',
  *object({ manifest, file }, platform) {
    if (!guarded.has(manifest.kind)) return;
    const annotations = manifest.metadata.annotations ?? {};
    const missing = Object.entries(platform.engine.guard).filter(
      ([key, value]) => Reflect.get(annotations as object, key) !== value,
    );
    if (missing.length > 0)
      yield {
        path: file,
        problem: `${manifest.kind} "${manifest.metadata.name}" lacks ${missing.map(([key]) => key).join(', ')}`,
      };
  },
};
