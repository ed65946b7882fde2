import { join } from 'node:path';
import { App } from 'cdk8s';
import { FileTree } from '../../../constructs/files/file-tree.ts';
import { renderObjects } from '../../../constructs/files/render-objects.ts';
import { writeTree } from '../../../constructs/files/write-tree.ts';
import { type BenchCase, sum, timed } from '../bench-case.ts';
import { defineServices } from '../services.ts';

/** Ours: constructs to files in memory, files to disk, and the same again with nothing changed. */
export const renderAndWrite: BenchCase = {
  name: 'fairlead',
  measure(services, folder) {
    const charts = defineServices(new App(), services);
    const target = join(folder, 'dist');
    const tree = new FileTree();
    const [, render] = timed('fairlead: render', () => {
      for (const chart of charts) renderObjects(chart, tree, `apps/${chart.node.id}`);
    });
    const [first, write] = timed('fairlead: write', () => writeTree(target, tree));
    const [second, again] = timed('fairlead: second run, nothing changed', () => writeTree(target, tree));
    return [
      render,
      write,
      sum('fairlead: render and write', [render, write]),
      { row: 'fairlead: files written', value: first.written.length, unit: 'files' },
      again,
      {
        row: 'fairlead: files written by the second run',
        value: second.written.length + second.removed.length,
        unit: 'files',
      },
    ];
  },
};
