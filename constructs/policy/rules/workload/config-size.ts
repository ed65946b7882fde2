import type { Finding, OptionRule } from '../../rule.ts';
import { at } from './rendered-field.ts';
import type { WorkloadUse } from './workload-use.ts';

/** Of all values of a ConfigMap, in bytes (validation.MaxSecretSize, which both kinds share). */
const LIMIT = 1024 * 1024;

export const configSize: OptionRule<WorkloadUse> = {
  code: 'FL1919',
  title: 'A ConfigMap has at most 1 MiB',
  why: 'The API server refuses a larger one, since etcd keeps it in one value',
  fix: 'put large files into the image, or on a volume',
  *options({ variants }) {
    for (const { settings, at: place } of variants) yield* check(settings.config, place('config'));
  },
  *object({ manifest, file }) {
    if (manifest.kind === 'ConfigMap')
      yield* check({ ...Object(at(manifest, 'data')), ...Object(at(manifest, 'binaryData')) }, file);
  },
};

function* check(files: Readonly<Record<string, unknown>> | undefined, path: string): Iterable<Finding> {
  const size = Object.values(files ?? {}).reduce<number>((sum, text) => sum + Buffer.byteLength(String(text)), 0);
  if (size > LIMIT) yield { path, problem: `the files have ${size} bytes, and ${LIMIT} is the limit` };
}
