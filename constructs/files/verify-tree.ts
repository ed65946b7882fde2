import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './checksums.ts';
import { statePaths } from './state-folder.ts';
import { surveyTarget } from './survey.ts';
import { checkTarget } from './target.ts';
import { readingOutput } from './write-error.ts';

/** What the checksum files of an output prove. */
export interface Verification {
  /** `interrupted`: a write had committed and is not complete; the next `writeTree` or `recover` completes it. */
  readonly state: 'whole' | 'interrupted' | 'broken';
  /** Listed files that are not what their checksum says. */
  readonly problems: readonly { readonly path: string; readonly state: 'missing' | 'changed' }[];
  /** Paths that no checksum file lists: not ours, and allowed. */
  readonly foreign: readonly string[];
}

/** Compares an output folder with its own checksum files; needs no rendering. A folder without any is whole, and all of it foreign. */
export function verifyTree(target: string): Verification {
  checkTarget(target, undefined);
  return readingOutput(target, () => {
    const { files, links, others, listed, lists } = surveyTarget(target);
    const problems: Verification['problems'][number][] = [];
    for (const [path, sum] of listed) {
      if (!files.has(path))
        problems.push({ path, state: links.includes(path) || others.has(path) ? 'changed' : 'missing' });
      else if (sha256(readFileSync(join(target, path))) !== sum) problems.push({ path, state: 'changed' });
    }
    problems.sort((a, b) => (a.path < b.path ? -1 : 1));
    const foreign = [...files, ...links, ...others].filter((path) => !listed.has(path) && !lists.has(path)).sort();
    const interrupted = existsSync(statePaths(target).journal);
    return { state: interrupted ? 'interrupted' : problems.length > 0 ? 'broken' : 'whole', problems, foreign };
  });
}
