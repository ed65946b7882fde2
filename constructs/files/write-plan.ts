import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type Issue } from '../model/issue.ts';
import type { Content } from './checksums.ts';
import type { Survey } from './survey.ts';
import { fileIssue } from './target.ts';

/** What separates an output folder from what was rendered. Paths in code point order. */
export interface WritePlan {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Listed by a checksum file, so ours, and rendered no longer. */
  readonly removed: readonly string[];
}

/** Whether the output is up to date. */
export function isEmptyPlan({ added, changed, removed }: WritePlan): boolean {
  return added.length + changed.length + removed.length === 0;
}

/** Compares what was rendered with what stands there, byte for byte. */
export function planWrite(target: string, content: ReadonlyMap<string, Content>, survey: Survey): WritePlan {
  const added: string[] = [];
  const changed: string[] = [];
  for (const [path, { text }] of content) {
    if (!survey.files.has(path)) added.push(path);
    else if (!readFileSync(join(target, path)).equals(Buffer.from(text))) changed.push(path);
  }
  const ours = [...survey.listed.keys(), ...survey.lists];
  const removed = ours.filter((path) => survey.files.has(path) && !content.has(path)).sort();
  return { added, changed, removed };
}

/** Throws a ConfigError when the plan would destroy what is not ours (FL3001), or something is in the way of a file or folder (FL3003). */
export function refuseConflicts(target: string, plan: WritePlan, survey: Survey): void {
  const issues: Issue[] = [];
  for (const path of plan.changed) {
    if (!survey.listed.has(path) && !survey.lists.has(path)) issues.push(foreignIssue(join(target, path)));
  }
  const removed = new Set(plan.removed);
  const emptied = new Set(plan.removed.flatMap(foldersOf));
  for (const path of plan.added) {
    if (survey.others.has(path) || !becomesFree(path, survey, removed, emptied))
      issues.push(inTheWayIssue(join(target, path)));
    const blocking = foldersOf(path).find(
      (folder) => survey.others.has(folder) || (survey.files.has(folder) && !removed.has(folder)),
    );
    if (blocking !== undefined) issues.push(fileIssue(join(target, blocking)));
  }
  if (issues.length > 0) throw new ConfigError(issues);
}

/** Folders above a path, the nearest first. */
export function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end));
  return folders;
}

/** A new file can take the name of a folder if the removals leave nothing in it. */
function becomesFree(
  path: string,
  survey: Survey,
  removed: ReadonlySet<string>,
  emptied: ReadonlySet<string>,
): boolean {
  if (!survey.folders.has(path)) return true;
  const inside = (other: string) => other === path || other.startsWith(`${path}/`);
  const stays = (set: Iterable<string>, goes: ReadonlySet<string>) =>
    [...set].some((other) => inside(other) && !goes.has(other));
  return !stays(survey.files, removed) && !stays(survey.folders, emptied) && !stays(survey.others, removed);
}

function foreignIssue(path: string): Issue {
  return {
    code: 'FL3001',
    path,
    problem:
      'this file is to be written, but stands there with other content and no checksum file lists it, so it is not ours to replace',
    fix: 'move it away or delete it',
  };
}

function inTheWayIssue(path: string): Issue {
  return {
    code: 'FL3003',
    path,
    problem: 'a file is to be written here, and something that is not ours stands there that is no file',
    fix: 'move it away, or delete it',
  };
}
