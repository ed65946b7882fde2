import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Path of a program in the folder that `FAIRLEAD_ENGINES` names, where the end-to-end tests keep what they build, or on `PATH`;
 * undefined when this machine has none.
 */
export function findEngine(name: string): string | undefined {
  const engines =
    process.env.FAIRLEAD_ENGINES ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'fairlead', 'engines');
  const built = existsSync(engines)
    ? readdirSync(engines)
        .filter((entry) => entry.startsWith(`${name}-`))
        .sort()
    : [];
  const folders = [
    engines,
    ...built.map((entry) => join(engines, entry, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
