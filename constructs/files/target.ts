import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { ConfigError, type Issue } from '../model/issue.ts';
import { statePaths } from './state-folder.ts';
import { readingOutput } from './write-error.ts';

/**
 * Refuses an output folder that is not what its path says: a link that leads out of its parent (or out of `within`, if given), or a file
 * where a folder must be. A folder that does not exist yet is fine. Throws a ConfigError (FL3002, FL3003), or a WriteError when the path cannot be read.
 */
export function checkTarget(target: string, within: string | undefined): void {
  readingOutput(target, () => refuseOddTarget(target, within));
}

function refuseOddTarget(target: string, within: string | undefined): void {
  const stats = lookAt(target);
  if (stats?.isSymbolicLink()) {
    const parent = realpathSync(dirname(resolve(target)));
    if (!leadsInto(target, parent)) throw new ConfigError([linkIssue(target, `a link that leads out of ${parent}`)]);
  }
  const state = statePaths(target).folder;
  const stateStats = lookAt(state);
  if (stateStats?.isSymbolicLink()) throw new ConfigError([linkIssue(state, 'a link inside the output')]);
  if (stateStats && !stateStats.isDirectory()) throw new ConfigError([fileIssue(state)]);
  const existing = nearestExisting(target);
  if (!statSync(existing).isDirectory()) throw new ConfigError([fileIssue(existing)]);
  if (within !== undefined && !isInside(realpathSync(existing), realpathSync(within))) {
    throw new ConfigError([linkIssue(target, `a path that links lead out of ${within}`)]);
  }
}

/** FL3003: a folder is needed where something else stands. */
export function fileIssue(path: string): Issue {
  return {
    code: 'FL3003',
    path,
    problem: 'this is not a folder, and the output needs a folder here',
    fix: 'move it away, or choose another output folder',
  };
}

/** FL3002: a link, which could lead a write anywhere. */
export function linkIssue(path: string, what: string): Issue {
  return {
    code: 'FL3002',
    path,
    problem: `this is ${what}`,
    fix: 'replace the link by what it points to, or remove it',
  };
}

function nearestExisting(path: string): string {
  let current = resolve(path);
  while (lookAt(current) === undefined) current = dirname(current);
  return current;
}

/** What is at a path itself, links not followed; undefined when there is nothing, also because a folder of the path is a file. */
function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function leadsInto(link: string, folder: string): boolean {
  try {
    return realpathSync(link) !== folder && isInside(realpathSync(link), folder);
  } catch {
    return false; // It leads nowhere, and a folder made there would be made wherever it points.
  }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(join(folder, sep));
}
