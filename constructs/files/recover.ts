import { applyJournal } from './apply-journal.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { readJournal } from './journal.ts';
import { hasState, type StatePaths, statePaths, sweepState } from './state-folder.ts';
import { refuseLinks, surveyTarget } from './survey.ts';
import { checkTarget } from './target.ts';
import { whileLocked } from './write-session.ts';

/** What an interrupted write came to: it had committed and is complete now, or it had not and is undone; or there was none. */
export type Recovery = 'completed' | 'undone' | 'nothing';

/**
 * Finishes a write that was interrupted, as `writeTree` does before anything else.
 * Throws a ConfigError when the journal cannot be used (FL3004), a LockedError when the write is still under way.
 */
export function recover(target: string, { disk = nodeDisk }: { readonly disk?: Disk } = {}): Recovery {
  checkTarget(target, undefined);
  if (!hasState(target)) return 'nothing';
  return whileLocked(target, disk, () => finishInterrupted(target, statePaths(target), disk));
}

/** The same, for a caller that holds the lock. */
export function finishInterrupted(target: string, state: StatePaths, disk: Disk): Recovery {
  refuseLinks(target, surveyTarget(target));
  const journal = readJournal(target, state);
  if (journal) {
    applyJournal(target, journal, state, disk);
    disk.unlink(state.journal);
  }
  sweepState(state, disk);
  return journal ? 'completed' : 'undone';
}
