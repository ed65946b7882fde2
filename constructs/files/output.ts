import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { FileTree } from './file-tree.ts';
import { type RenderedObject, renderObjects } from './render-objects.ts';

/**
 * What the layers render into: cdk8s charts by folder, and plain files. Nothing is on disk until the writer gets the tree.
 * The app behind it is never synthesized: `App.synth` resolves everything again for each chart.
 */
export class Output {
  readonly #app = new App({ outdir: '.cdk8s' });
  readonly #charts = new Map<string, Chart>();
  readonly #tree = new FileTree();

  /** The scope whose objects become files of that folder. Asking twice gives the same one. */
  chart(folder: string): Construct {
    const existing = this.#charts.get(folder);
    if (existing) return existing;
    // A construct's path is joined with "/", so its id cannot have one.
    const chart = new Chart(this.#app, folder.replaceAll('/', ':'), { disableResourceNameHashes: true });
    this.#charts.set(folder, chart);
    return chart;
  }

  /** A file that is no object of its own, such as the values of a chart. `owner` is named when two claim one path. */
  file(path: string, content: string, owner: string): void {
    this.#tree.add(path, content, owner);
  }

  /** Renders every chart, once. Objects come in the order of their files. */
  render(): { readonly tree: FileTree; readonly objects: readonly RenderedObject[] } {
    const folders = [...this.#charts.keys()].sort();
    const objects = folders.flatMap((folder) => renderObjects(this.#charts.get(folder) as Chart, this.#tree, folder));
    return { tree: this.#tree, objects };
  }
}
