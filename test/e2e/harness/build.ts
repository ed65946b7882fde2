import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildFlags, cacheFolder, goEnvironment, pinsOf } from './cache.ts';
import { runCommand } from './command.ts';
import type { Engine } from './engines.ts';

/** How an engine came to be on this machine. */
export interface BuiltEngine {
  readonly name: string;
  /** `path@version` of the pinned module. */
  readonly module: string;
  readonly folder: string;
  /** Folder of the module's sources, where CRDs, templates and scripts are. */
  readonly sources: string;
  readonly goVersion: string;
  readonly buildSeconds: number;
  /** False when it was built by this very run. */
  readonly cached: boolean;
}

type BuildRecord = Omit<BuiltEngine, 'folder' | 'sources' | 'cached'>;

async function go(engine: Engine, args: readonly string[], signal?: AbortSignal): Promise<string> {
  return (await runCommand('go', args, { cwd: pinsOf(engine), env: goEnvironment(engine), signal })).trim();
}

async function compile(engine: Engine, folder: string, signal: AbortSignal): Promise<void> {
  const started = Date.now();
  await mkdir(dirname(folder), { recursive: true });
  const stage = await mkdtemp(`${folder}.part-`);
  try {
    for (const [program, source] of Object.entries(engine.programs)) {
      await go(engine, ['build', '-p=2', ...buildFlags(engine), '-o', join(stage, 'bin', program), source], signal);
    }
    for (const [link, program] of Object.entries(engine.links ?? {})) await symlink(program, join(stage, 'bin', link));
    const record: BuildRecord = {
      name: engine.name,
      module: await go(engine, ['list', '-m', '-f={{.Path}}@{{.Version}}', engine.module]),
      goVersion: await go(engine, ['env', 'GOVERSION']),
      buildSeconds: Math.round((Date.now() - started) / 1000),
    };
    await writeFile(join(stage, 'build.json'), `${JSON.stringify(record, null, 2)}\n`);
    // Another run may have finished the same build first; its folder is as good as ours.
    await rename(stage, folder).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(join(folder, 'build.json'))) throw error;
    });
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** Builds an engine unless the cache has it; an interrupted build leaves nothing that a later run would take. */
export async function buildEngine(engine: Engine, signal: AbortSignal, onBuild: () => void): Promise<BuiltEngine> {
  const folder = await cacheFolder(engine);
  const recordFile = join(folder, 'build.json');
  const cached = existsSync(recordFile);
  if (!cached) {
    onBuild();
    await compile(engine, folder, signal);
  }
  const record: BuildRecord = JSON.parse(await readFile(recordFile, 'utf8'));
  // `download` answers at once when the sources are there, and brings them back when only the programs were cached.
  const { Dir } = JSON.parse(await go(engine, ['mod', 'download', '-json', engine.module])) as { Dir: string };
  return { ...record, folder, sources: Dir, cached };
}
