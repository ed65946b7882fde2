import { withChecksums } from './checksums.ts';
import type { FileTree } from './file-tree.ts';
import { hasState } from './state-folder.ts';
import { refuseLinks, surveyTarget } from './survey.ts';
import { checkTarget } from './target.ts';
import { readingOutput } from './write-error.ts';
import { planWrite, refuseConflicts } from './write-plan.ts';

/** A file by which an output folder differs from what would be rendered. */
export interface Difference {
  readonly path: string;
  /** `extra` is a file of ours that is rendered no longer. */
  readonly state: 'missing' | 'changed' | 'extra';
}

/** What `writeTree` would change, without changing anything, by path; empty when the output is up to date. Files that are not ours do not count, unless they are in the way: then it throws the ConfigError that `writeTree` would. */
export function checkTree(
  target: string,
  tree: FileTree,
  { within }: { readonly within?: string | undefined } = {},
): readonly Difference[] {
  checkTarget(target, within);
  const plan = readingOutput(target, () => {
    const survey = surveyTarget(target);
    const wanted = planWrite(target, withChecksums(tree), survey);
    // What an interrupted write left in the way, the next one clears.
    if (!hasState(target)) {
      refuseLinks(target, survey);
      refuseConflicts(target, wanted, survey);
    }
    return wanted;
  });
  const as = (state: Difference['state']) => (path: string) => ({ path, state });
  const all = [...plan.added.map(as('missing')), ...plan.changed.map(as('changed')), ...plan.removed.map(as('extra'))];
  return all.sort((a, b) => (a.path < b.path ? -1 : 1));
}
