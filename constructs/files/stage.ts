import { join } from 'node:path';
import { type Content, isChecksumFile } from './checksums.ts';
import type { Disk } from './disk.ts';
import type { Journal } from './journal.ts';
import type { StatePaths } from './state-folder.ts';
import { isSystemError } from './write-error.ts';
import type { WritePlan } from './write-plan.ts';

/** Writes what is new or changed beside the tree, and says where it belongs: checksum files last, so that they never vouch for what is not there yet. */
export function stageFiles(
  target: string,
  plan: WritePlan,
  content: ReadonlyMap<string, Content>,
  state: StatePaths,
  disk: Disk,
): Journal {
  disk.mkdir(state.stage);
  const paths = checksumFilesLast([...plan.added, ...plan.changed]);
  const moves = paths.map((path, i) => {
    const { text, sha256 } = content.get(path) as Content;
    // With our process id: whoever took this lock by mistake does not stage into our files.
    const staged = `${process.pid}-${i}`;
    try {
      disk.createFile(join(state.stage, staged), text);
    } catch (error) {
      // The reader knows the file by its own name.
      throw isSystemError(error) ? Object.assign(error, { path: join(target, path) }) : error;
    }
    return { staged, path, sha256 };
  });
  return { version: 1, moves, removes: checksumFilesLast(plan.removed) };
}

function checksumFilesLast(paths: readonly string[]): string[] {
  const sorted = [...paths].sort();
  return [...sorted.filter((path) => !isChecksumFile(path)), ...sorted.filter(isChecksumFile)];
}
