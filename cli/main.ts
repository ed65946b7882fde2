import { createRequire } from 'node:module';
import { Command } from 'commander';
import { checkCommand } from './check.ts';
import { reportFailure } from './failure.ts';
import { rulesCommand } from './rules.ts';
import { synthCommand } from './synth.ts';

const { version }: { version: string } = createRequire(import.meta.url)('fairlead/package.json');

/** Every command of `fairlead`. */
export function program(): Command {
  const root = new Command('fairlead')
    .description('One typed definition of a platform becomes a whole, checked GitOps repository.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print what a command does and its options')
    .helpCommand('help [command]', 'the same as --help')
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', exitCodes);
  for (const command of [synthCommand(), checkCommand(), rulesCommand()])
    root.addCommand(command.copyInheritedSettings(root));
  return root;
}

const exitCodes = `
Exit codes:
  0  done                          3  the environment said no (disk, permissions, a missing tool)
  1  a check said no               4  another process writes the same output
  2  a wrong definition or option  70 a bug of Fairlead`;

/** Runs the command of this process's arguments and sets its exit code. */
export async function main(): Promise<void> {
  // A reader that has seen enough (`| head`) is no failure, and must not stop a write half way.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await program().parseAsync();
  } catch (error) {
    process.exitCode = reportFailure(error, process.argv.includes('--json'));
  }
}
