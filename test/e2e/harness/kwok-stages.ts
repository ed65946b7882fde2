import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { engine } from './run-context.ts';

/** A pod with this word in the reference of an image never becomes Ready: the bad release of the tests. */
export const BROKEN_IMAGE = 'broken';

const READY_STAGE = 'pod/fast/pod-ready.yaml';
const STAGES = [
  'node/fast/node-initialize.yaml',
  'node/heartbeat-with-lease/node-heartbeat-with-lease.yaml',
  READY_STAGE,
  'pod/fast/pod-complete.yaml',
  'pod/fast/pod-delete.yaml',
];

function readStage(path: string) {
  const stage = parse(readFileSync(join(engine('kwok').sources, 'kustomize/stage', path), 'utf8'));
  if (path === READY_STAGE) {
    const key = `.spec.containers.[].image | select( contains("${BROKEN_IMAGE}") )`;
    stage.spec.selector.matchExpressions.push({ key, operator: 'DoesNotExist' });
  }
  return stage;
}

/** Writes what kwok does with nodes and pods, from the stages that it ships, and returns the path of the file. */
export function writeStages(folder: string): string {
  const file = join(folder, 'kwok.yaml');
  writeFileSync(file, STAGES.map((path) => stringify(readStage(path))).join('---\n'));
  return file;
}
