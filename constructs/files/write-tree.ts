import { applyJournal } from './apply-journal.ts';
import { type Content, withChecksums } from './checksums.ts';
import { type Disk, nodeDisk } from './disk.ts';
import type { FileTree } from './file-tree.ts';
import { commitJournal } from './journal.ts';
import { finishInterrupted } from './recover.ts';
import { stageFiles } from './stage.ts';
import { hasState, statePaths } from './state-folder.ts';
import { refuseLinks, surveyTarget } from './survey.ts';
import { checkTarget } from './target.ts';
import { isSystemError } from './write-error.ts';
import { isEmptyPlan, planWrite, refuseConflicts, type WritePlan } from './write-plan.ts';
import { whileLocked } from './write-session.ts';

/** What a write changed. Paths are relative to the target, in code point order, checksum files included. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** Files of ours that stand there now. */
  readonly total: number;
}

export interface WriteOptions {
  /** Folder that the target must be inside of after all links, for example the user's repository. */
  readonly within?: string | undefined;
  readonly disk?: Disk;
}

/**
 * Makes an output folder hold exactly this tree and what is not ours; the only writer to disk. Files of ours (listed by a checksum
 * file) that are rendered no longer are removed, unchanged files are not touched, and an earlier write that was interrupted is finished first.
 *
 * All or nothing: changed files are staged beside the tree, a journal commits them, then they are renamed into place. Until the commit
 * every failure leaves the tree as it was; after it `verifyTree` says "interrupted" and the next call completes it.
 *
 * Throws a ConfigError when something that is not ours, or a link, is in the way (FL3001 to FL3004), a WriteError when the environment
 * refuses, a LockedError when another process writes the same output.
 */
export function writeTree(target: string, tree: FileTree, { within, disk = nodeDisk }: WriteOptions = {}): WriteResult {
  const content = withChecksums(tree);
  checkTarget(target, within);
  const expected = planUnlocked(target, content);
  if (expected && isEmptyPlan(expected)) return resultOf(expected, content);

  return whileLocked(target, disk, (lock) => {
    const state = statePaths(target);
    finishInterrupted(target, state, disk);
    const plan = checkedPlan(target, content);
    if (!isEmptyPlan(plan)) {
      const journal = stageFiles(target, plan, content, state, disk);
      lock.assertHeld();
      commitJournal(journal, state, disk);
      applyJournal(target, journal, state, disk);
      disk.unlink(state.journal);
    }
    return resultOf(plan, content);
  });
}

/**
 * Nothing to do is the usual case, and must not need the right to write. Undefined when only the lock can tell: another write is under
 * way or was interrupted, or the folder changes while it is read.
 */
function planUnlocked(target: string, content: ReadonlyMap<string, Content>): WritePlan | undefined {
  if (hasState(target)) return undefined;
  try {
    return checkedPlan(target, content);
  } catch (error) {
    if (isSystemError(error) || hasState(target)) return undefined;
    throw error;
  }
}

function checkedPlan(target: string, content: ReadonlyMap<string, Content>): WritePlan {
  const survey = surveyTarget(target);
  refuseLinks(target, survey);
  const plan = planWrite(target, content, survey);
  refuseConflicts(target, plan, survey);
  return plan;
}

function resultOf({ added, changed, removed }: WritePlan, content: ReadonlyMap<string, Content>): WriteResult {
  const written = [...added, ...changed].sort();
  return { written, removed, unchanged: content.size - written.length, total: content.size };
}
