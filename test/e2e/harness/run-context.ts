import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuiltEngine } from './build.ts';

const RUN_FOLDER = 'FAIRLEAD_E2E_RUN';

/** Makes the folder of one run and records the engines in it, for the workers that run the test files. */
export function createRun(engines: readonly BuiltEngine[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'fairlead-e2e-'));
  writeFileSync(join(folder, 'engines.json'), JSON.stringify(engines, null, 2));
  process.env[RUN_FOLDER] = folder;
  return folder;
}

/** The folder of this run: logs, data of the servers, recorded facts. Kept when a test fails. */
export function runFolder(): string {
  const folder = process.env[RUN_FOLDER];
  if (!folder) throw new Error('The engines are not built and named yet. Start these tests with: npm run e2e');
  return folder;
}

/** A new empty folder under the run's own, whose name tells what it is for. */
export function scratchFolder(purpose: string): string {
  const parent = join(runFolder(), 'scratch');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `${purpose}-`));
}

/** Adds one JSON line to a file of the run; short appends of several workers do not mix. */
export function recordLine(file: string, value: unknown): void {
  appendFileSync(join(runFolder(), file), `${JSON.stringify(value)}\n`);
}

/** An engine that this run built or found in the cache. */
export function engine(name: string): BuiltEngine {
  const engines: BuiltEngine[] = JSON.parse(readFileSync(join(runFolder(), 'engines.json'), 'utf8'));
  const found = engines.find((candidate) => candidate.name === name);
  if (!found)
    throw new Error(`No engine is called "${name}"; there are ${engines.map((each) => each.name).join(', ')}`);
  return found;
}

/** Path of a program of an engine, for example `program('sops')` or `program('age-keygen', 'age')`. */
export function program(name: string, engineName = name): string {
  return join(engine(engineName).folder, 'bin', name);
}

/** A PATH on which the programs of the named engines come before the machine's own. */
export function pathWith(...engineNames: string[]): string {
  return [...engineNames.map((name) => join(engine(name).folder, 'bin')), process.env.PATH].join(':');
}
