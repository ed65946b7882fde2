import type { Command } from 'commander';
import { formatIssue } from '../constructs/model/issue.ts';
import { type Synthesized, synth } from '../stacks/synth.ts';
import { runCheck } from './check.ts';
import { type PlatformOptions, platformCommand } from './options.ts';
import { findRoot } from './root.ts';

interface Options extends PlatformOptions {
  readonly check?: true;
  readonly allowDelete?: true;
}

/** `fairlead synth [platform...]`: renders, checks, and writes `dist/`. */
export function synthCommand(): Command {
  return platformCommand('synth', 'render the platforms below apps/ into dist/')
    .option('--check', 'write nothing; exit with 1 and a list when dist/ is out of date')
    .option('--allow-delete', 'let services disappear that have no tombstone')
    .action(async (names: string[], options: Options) => {
      if (options.check) return runCheck(names, options);
      const root = findRoot(options.cwd);
      const work = () => synth({ root, names, allowDelete: options.allowDelete ?? false });
      print(options.json ? await work() : await withProgress(names, work), options);
    });
}

function print(platforms: readonly Synthesized[], { json }: Options): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ platforms }, null, 2)}\n`);
    return;
  }
  for (const { name, warnings, result, milliseconds } of platforms) {
    for (const warning of warnings) process.stderr.write(`warning: ${formatIssue(warning)}\n`);
    const { total, written, removed } = result;
    process.stdout.write(
      `${name}: ${total} files, ${written.length} changed, ${removed.length} removed, ${milliseconds} ms\n`,
    );
  }
}

/** A line while it works, on a terminal that can wipe it before anything else is printed. */
async function withProgress<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY || process.env.TERM === 'dumb') return work();
  process.stderr.write(`rendering ${names.length > 0 ? names.join(', ') : 'every platform'} ...`);
  try {
    return await work();
  } finally {
    process.stderr.write('\r\u001b[K');
  }
}
