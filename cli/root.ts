import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigError, quote } from '../constructs/model/issue.ts';
import { asIssue } from '../constructs/policy/rule.ts';
import { unreadableDefinition } from '../constructs/policy/rules/inputs/index.ts';
import { platformNames } from '../stacks/load.ts';

/** The nearest folder, from `start` upwards, with a definition in `apps/`. One without any (every `dist/<platform>/` has an `apps/`) is passed over. */
export function findRoot(start: string): string {
  const from = resolve(start);
  for (let folder = from; ; folder = dirname(folder)) {
    if (platformNames(folder).length > 0) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new ConfigError([
    asIssue(unreadableDefinition, {
      path: '--cwd',
      problem: existsSync(from)
        ? `neither ${quote(from)} nor a folder above it has an apps/<name>/platform.ts`
        : `there is no folder ${quote(from)}`,
      fix: 'run it in the folder that holds apps/, or name that folder with --cwd; the README shows a first platform',
    }),
  ]);
}
