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

/** `helm template` of one chart that loops over the services; the loop's body is the objects of one service. */
export const helm: BenchCase = {
  name: 'helm template',
  external: true,
  measure(services, folder) {
    const program = findEngine('helm');
    if (program === undefined) return undefined;
    const one = new FileTree();
    const [chart] = defineServices(new App(), 1);
    if (chart) renderObjects(chart, one, '');
    const documents = [...one.entries()].map(([, text]) => text.replaceAll('service-0000', '{{ $name }}'));
    const tree = new FileTree()
      .add('.helmignore', 'checksums.txt\n', 'bench')
      .add('Chart.yaml', emitYaml({ apiVersion: 'v2', name: 'services', version: '0.1.0' }), 'bench')
      .add('values.yaml', emitYaml({ services: Array.from({ length: services }, (_, i) => `service-${i}`) }), 'bench')
      .add(
        'templates/all.yaml',
        `{{- range $name := .Values.services }}\n---\n${documents.join('---\n')}{{- end }}\n`,
        'bench',
      );
    const target = join(folder, 'chart');
    writeTree(target, tree);
    return [
      timed('helm template', () => execFileSync(program, ['template', 'services', target], { maxBuffer: 2 ** 30 }))[1],
    ];
  },
};
