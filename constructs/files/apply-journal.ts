import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Disk } from './disk.ts';
import type { Journal } from './journal.ts';
import type { StatePaths } from './state-folder.ts';
import { isSystemError } from './write-error.ts';
import { foldersOf } from './write-plan.ts';

/**
 * Brings a committed write into place; removals may have been done before. Removals come first, since a new folder may need the name
 * of an old file, and the checksum files last, as the journal has them.
 */
export function applyJournal(target: string, journal: Journal, state: StatePaths, disk: Disk): void {
  for (const path of journal.removes) removeFile(join(target, path), disk);

  const emptied = new Set(journal.removes.flatMap(foldersOf));
  const deepestFirst = [...emptied].sort((a, b) => b.split('/').length - a.split('/').length || (a < b ? -1 : 1));
  for (const folder of deepestFirst)
    ignoring(['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'], () => disk.rmdir(join(target, folder)));

  const made = new Set<string>();
  for (const { staged, path } of journal.moves) {
    const to = join(target, path);
    const folder = dirname(to);
    if (!made.has(folder)) disk.mkdir(folder);
    made.add(folder);
    disk.rename(join(state.stage, staged), to);
  }
}

/** Removes a file that may be gone already, and whose name may have become that of a folder since. */
function removeFile(path: string, disk: Disk): void {
  try {
    disk.unlink(path);
  } catch (error) {
    const code = isSystemError(error) ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return;
    // Linux calls the unlinking of a folder EISDIR, others EPERM, which may also mean what it says.
    if ((code === 'EISDIR' || code === 'EPERM') && lstatSync(path).isDirectory()) return;
    throw error;
  }
}

function ignoring(codes: readonly string[], step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!isSystemError(error) || !codes.includes(error.code ?? '')) throw error;
  }
}
