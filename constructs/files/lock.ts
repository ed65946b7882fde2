import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Disk } from './disk.ts';
import type { StatePaths } from './state-folder.ts';
import { isSystemError, LockedError } from './write-error.ts';

/** How long a lock may be empty: its owner writes itself into it right after creating it. */
const EMPTY_LOCK_MS = 100;

/** A lock that this process holds. */
export interface Lock {
  /** Throws a LockedError when someone else took it for a dead process' lock and replaced it. */
  assertHeld(): void;
  release(): void;
}

/**
 * Takes the lock of an output, also over from a process of this host that is gone; one of another host counts as alive, since nobody here can tell.
 * Appends to `created` the first folder that had to be made for it. Throws a LockedError when it is held.
 */
export function acquireLock(target: string, state: StatePaths, disk: Disk, created: string[]): Lock {
  const mine = `${process.pid} ${hostname()}\n`;
  const locked = () => new LockedError(target, describeHolder(readLock(state.lock)), state.lock);
  if (!tryCreate(state, mine, disk, created)) {
    if (isAlive(readSettledLock(state.lock))) throw locked();
    unlinkIfThere(state.lock, disk);
    if (!tryCreate(state, mine, disk, created)) throw locked();
  }
  return {
    assertHeld: () => {
      if (readLock(state.lock) !== mine) throw locked();
    },
    release: () => {
      if (readLock(state.lock) === mine) disk.unlink(state.lock);
    },
  };
}

/** False when there is a lock already. */
function tryCreate(state: StatePaths, text: string, disk: Disk, created: string[]): boolean {
  for (let attempt = 1; ; attempt++) {
    const folder = disk.mkdir(state.folder);
    if (folder !== undefined) created.push(folder);
    try {
      disk.createFile(state.lock, text);
      return true;
    } catch (error) {
      const code = isSystemError(error) ? error.code : undefined;
      if (code === 'EEXIST') return false;
      // The process before us removes its folder when it is done, which may be between our two calls.
      if (code === 'ENOENT' && attempt < 10) continue;
      // The file may be there without its text, on a full disk; left alone it would look like someone's lock.
      unlinkQuietly(state.lock, disk);
      throw error;
    }
  }
}

function unlinkQuietly(path: string, disk: Disk): void {
  try {
    disk.unlink(path);
  } catch {}
}

function readLock(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function readSettledLock(path: string): string {
  const text = readLock(path);
  if (text.endsWith('\n')) return text;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, EMPTY_LOCK_MS);
  return readLock(path);
}

function isAlive(lock: string): boolean {
  const [, pid, host] = /^([1-9][0-9]{0,9}) (.+)\n$/.exec(lock) ?? [];
  if (pid === undefined) return false;
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return isSystemError(error) && error.code !== 'ESRCH';
  }
}

function describeHolder(lock: string): string {
  const [pid, host] = lock.trim().split(' ');
  return pid && host ? `process ${pid} on ${host}` : 'another process';
}

function unlinkIfThere(path: string, disk: Disk): void {
  try {
    disk.unlink(path);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
  }
}
