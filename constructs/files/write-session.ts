import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Disk } from './disk.ts';
import { acquireLock, type Lock } from './lock.ts';
import { statePaths, sweepState } from './state-folder.ts';
import { isSystemError, WriteError } from './write-error.ts';

/**
 * Runs `body` with the lock of an output held, and leaves no trace of it but a committed journal that `body` did not complete.
 * What the operating system refuses is thrown as a WriteError that says how the tree was left.
 */
export function whileLocked<T>(target: string, disk: Disk, body: (lock: Lock) => T): T {
  const state = statePaths(target);
  const created: string[] = [];
  let lock: Lock | undefined;
  try {
    lock = acquireLock(target, state, disk, created);
    return body(lock);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const { dest, path } = error as NodeJS.ErrnoException & { dest?: string };
    throw new WriteError(dest ?? path ?? target, existsSync(state.journal) ? 'interrupted' : 'untouched', error);
  } finally {
    // Whatever fails here is swept by the next write, and would hide the error that matters.
    const interrupted = existsSync(state.journal);
    if (lock && !interrupted && holds(lock)) quietly(() => sweepState(state, disk));
    quietly(() => lock?.release());
    if (!interrupted) quietly(() => removeEmpty(state.folder, created, disk));
  }
}

function holds(lock: Lock): boolean {
  try {
    lock.assertHeld();
    return true;
  } catch {
    return false;
  }
}

/** Removes the state folder, and the folders that were made for it if nothing was written into them. */
function removeEmpty(stateFolder: string, created: readonly string[], disk: Disk): void {
  disk.rmdir(stateFolder);
  const first = created[0];
  if (first === undefined) return;
  for (let folder = dirname(resolve(stateFolder)); folder.startsWith(resolve(first)); folder = dirname(folder))
    disk.rmdir(folder);
}

function quietly(step: () => void): void {
  try {
    step();
  } catch {}
}
