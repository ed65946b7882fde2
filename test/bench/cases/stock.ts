import { join } from 'node:path';
import { App, YamlOutputType } from 'cdk8s';
import { type BenchCase, timed } from '../bench-case.ts';
import { defineServices } from '../services.ts';

/** Stock cdk8s with one file for each object, as our output has it: what the ratios are taken to. */
export const stockPerResource = stock('cdk8s App.synth', YamlOutputType.FILE_PER_RESOURCE);

/** The same with a folder for each chart. It is faster, since this way out happens not to resolve the whole app for every chart. */
export const stockPerFolder = stock(
  'cdk8s App.synth, folder per chart',
  YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
);

function stock(name: string, yamlOutputType: YamlOutputType): BenchCase {
  return {
    name,
    measure(services, folder) {
      const app = new App({ outdir: join(folder, 'dist'), yamlOutputType });
      defineServices(app, services);
      return [timed(name, () => app.synth())[1]];
    },
  };
}
