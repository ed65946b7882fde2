import { Command } from 'commander';
import { catalogue } from '../constructs/policy/catalogue.ts';

/** `fairlead rules`: every code that an error can have, with the reason and the fix. */
export function rulesCommand(): Command {
  return new Command('rules')
    .description('list every code that an error can have, with its reason and fix')
    .option('--json', 'print the list as JSON')
    .action(({ json }: { json?: true }) => {
      const rows = catalogue.map(({ code, level = 'error', title, why, fix }) => ({ code, level, title, why, fix }));
      if (json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
      else
        for (const { code, level, title, why, fix } of rows)
          process.stdout.write(
            `${code} ${level === 'warning' ? '(warning) ' : ''}${title}.\n  Why: ${why}.\n  Fix: ${fix}.\n`,
          );
    });
}
