import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Disk } from './disk.ts';

/** Where a write in progress keeps what it needs; gone when it is done. */
export const STATE_FOLDER = '.fairlead';

/** Paths of one output's state. */
export interface StatePaths {
  readonly folder: string;
  readonly stage: string;
  /** Its presence says that the staged files are complete and on their way into place. */
  readonly journal: string;
  readonly newJournal: string;
  readonly lock: string;
}

/** Where the state of an output is kept: inside it, so that a rename never leaves the file system. */
export function statePaths(target: string): StatePaths {
  const folder = join(target, STATE_FOLDER);
  return {
    folder,
    stage: join(folder, 'stage'),
    journal: join(folder, 'journal.json'),
    newJournal: join(folder, 'journal.json.new'),
    lock: join(folder, 'lock'),
  };
}

/** Whether something was, or is, being written there. */
export function hasState(target: string): boolean {
  return existsSync(statePaths(target).folder);
}

/** Removes what was staged and never committed. The lock and a committed journal stay. */
export function sweepState(state: StatePaths, disk: Disk): void {
  for (const entry of readdirSync(state.folder, { withFileTypes: true })) {
    const path = join(state.folder, entry.name);
    if (path !== state.lock && path !== state.journal) removeTree(path, entry.isDirectory(), disk);
  }
}

function removeTree(path: string, isFolder: boolean, disk: Disk): void {
  if (!isFolder) {
    disk.unlink(path);
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true }))
    removeTree(join(path, entry.name), entry.isDirectory(), disk);
  disk.rmdir(path);
}
