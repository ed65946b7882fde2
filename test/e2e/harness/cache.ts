import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './command.ts';
import type { Engine } from './engines.ts';

const PINS = fileURLToPath(new URL('../engines/', import.meta.url));

/** The folder with the `go.mod` and `go.sum` that pin an engine. */
export function pinsOf(engine: Engine): string {
  return join(PINS, engine.name);
}

/** Variables for every call of Go: nothing of the user's own flags or workspaces can change what is built. */
export function goEnvironment(engine: Engine): NodeJS.ProcessEnv {
  return {
    ...process.env,
    CGO_ENABLED: engine.cgo ? '1' : '0',
    GOFLAGS: '',
    GOWORK: 'off',
    // A module that asks for a newer Go than the installed one gets it.
    GOTOOLCHAIN: 'auto',
  };
}

/** Arguments of `go build` that are the same for each program of an engine. */
export function buildFlags(engine: Engine): string[] {
  const values = Object.entries(engine.linkerValues ?? {}).map(([name, value]) => `-X ${name}=${value}`);
  return [
    '-mod=readonly',
    '-trimpath',
    '-buildvcs=false',
    ...(engine.tags ? [`-tags=${engine.tags.join(',')}`] : []),
    `-ldflags=${['-s', '-w', ...values].join(' ')}`,
  ];
}

/** Where the programs of an engine are kept; the name changes with the pins, the flags and the Go version. */
export async function cacheFolder(engine: Engine): Promise<string> {
  const folder = pinsOf(engine);
  const version = await runCommand('go', ['env', 'GOVERSION', 'GOARCH'], { cwd: folder, env: goEnvironment(engine) });
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(join(folder, file)));
  hash.update(JSON.stringify([engine, buildFlags(engine), version.trim().split('\n')]));
  const root = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(root, 'fairlead', 'engines', `${engine.name}-${hash.digest('hex').slice(0, 16)}`);
}
