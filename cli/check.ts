import type { Command } from 'commander';
import { formatIssue } from '../constructs/model/issue.ts';
import { check } from '../stacks/synth.ts';
import { DifferenceError } from './difference-error.ts';
import { type PlatformOptions, platformCommand } from './options.ts';
import { findRoot } from './root.ts';

/** `fairlead check [platform...]`: the rules, and whether `dist/` is what the definitions render to. */
export function checkCommand(): Command {
  return platformCommand(
    'check',
    'check the definitions, and that dist/ is what they render to; writes nothing',
  ).action(runCheck);
}

/** Prints every difference; throws a `DifferenceError` when there is one. */
export async function runCheck(names: readonly string[], { json, cwd }: PlatformOptions): Promise<void> {
  const platforms = await check({ root: findRoot(cwd), names });
  const stale = platforms.some(({ differences }) => differences.length > 0);
  if (json) process.stdout.write(`${JSON.stringify({ platforms }, null, 2)}\n`);
  else {
    for (const { name, warnings, differences } of platforms) {
      for (const warning of warnings) process.stderr.write(`warning: ${formatIssue(warning)}\n`);
      for (const { path, state } of differences) process.stdout.write(`${state} dist/${name}/${path}\n`);
      const count = differences.length === 1 ? '1 file' : `${differences.length} files`;
      process.stdout.write(`${name}: ${differences.length === 0 ? 'up to date' : `${count} out of date`}\n`);
    }
    if (stale) process.stderr.write('Fix: run `fairlead synth` (here: `npm run synth`) and commit dist/.\n');
  }
  if (stale) throw new DifferenceError();
}
