import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { FileTree } from '../../../constructs/files/file-tree.ts';
import { renderObjects } from '../../../constructs/files/render-objects.ts';
import { writeTree } from '../../../constructs/files/write-tree.ts';
import { emitYaml } from '../../../constructs/files/yaml.ts';
import { type BenchCase, timed } from '../bench-case.ts';
import { findEngine } from '../find-engine.ts';
import { defineServices } from '../services.ts';

/** `kustomize build` of the same objects, one file each and one kustomization that lists them. */
export const kustomize: BenchCase = {
  name: 'kustomize build',
  external: true,
  // Its time grows faster than the number of objects: 1,000 services take more than a minute.
  most: 400,
  measure(services, folder) {
    const program = findEngine('kustomize');
    if (program === undefined) return undefined;
    const tree = new FileTree();
    const charts = defineServices(new App(), services);
    const resources = charts.flatMap((chart) => renderObjects(chart, tree, chart.node.id).map(({ file }) => file));
    tree.add(
      'kustomization.yaml',
      emitYaml({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources }),
      'bench',
    );
    const target = join(folder, 'dist');
    writeTree(target, tree);
    return [timed('kustomize build', () => execFileSync(program, ['build', target], { maxBuffer: 2 ** 30 }))[1]];
  },
};
