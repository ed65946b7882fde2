import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../model/issue.ts';
import { sha256 } from './checksums.ts';
import type { Disk } from './disk.ts';
import { isPlainPath } from './file-tree.ts';
import { STATE_FOLDER, type StatePaths } from './state-folder.ts';

/** A committed write: what a run that finds it has to complete, whoever began it. */
export interface Journal {
  readonly version: 1;
  /** Staged files and where they belong, in this order. */
  readonly moves: readonly { readonly staged: string; readonly path: string; readonly sha256: string }[];
  readonly removes: readonly string[];
}

/** Writes the journal under another name first: the rename is the moment from which the new tree is the true one. */
export function commitJournal(journal: Journal, state: StatePaths, disk: Disk): void {
  disk.createFile(state.newJournal, `${JSON.stringify(journal, null, 1)}\n`);
  disk.rename(state.newJournal, state.journal);
}

/**
 * What is left to do of the committed write of an output, or undefined when there is none. Throws a ConfigError (FL3004) when the journal is not one that we could
 * have written, or when a staged file is neither there nor in place already: completing it could write or remove anything.
 */
export function readJournal(target: string, state: StatePaths): Journal | undefined {
  const text = readIfThere(state.journal)?.toString('utf8');
  if (text === undefined) return undefined;
  const journal = parseJournal(text);
  if (journal === undefined) throw unusable(state, 'it is damaged, or not written by this program');
  const pending = journal.moves.filter(({ staged, path, sha256: sum }) => {
    const waiting = readIfThere(join(state.stage, staged));
    const data = waiting ?? readIfThere(join(target, path));
    if (data === undefined || sha256(data) !== sum)
      throw unusable(state, `the staged content of ${path} is missing or damaged`);
    return waiting !== undefined;
  });
  return { ...journal, moves: pending };
}

function parseJournal(text: string): Journal | undefined {
  try {
    const journal = JSON.parse(text) as Journal;
    const valid = journal.version === 1 && journal.moves.every(isMove) && journal.removes.every(isOutputPath);
    return valid ? journal : undefined;
  } catch {
    return undefined;
  }
}

function isMove({ staged, path, sha256: sum }: Journal['moves'][number]): boolean {
  return (
    typeof staged === 'string' &&
    /^[0-9]+-[0-9]+$/.test(staged) &&
    isOutputPath(path) &&
    typeof sum === 'string' &&
    /^[0-9a-f]{64}$/.test(sum)
  );
}

function isOutputPath(path: unknown): boolean {
  return typeof path === 'string' && isPlainPath(path) && ![STATE_FOLDER, '.git'].includes(path.split('/')[0] ?? '');
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}

function unusable(state: StatePaths, problem: string): ConfigError {
  return new ConfigError([
    {
      code: 'FL3004',
      path: state.journal,
      problem: `the journal of an interrupted write cannot be used: ${problem}`,
      fix: `delete ${state.folder}, restore the output from git, and run again`,
    },
  ]);
}
