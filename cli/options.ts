import { Command } from 'commander';

/** Options of every command that reads definitions. */
export interface PlatformOptions {
  readonly json?: true;
  readonly cwd: string;
}

/** A command on all platforms or on those that are named. */
export function platformCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument('[platforms...]', 'names of platforms (default: all)')
    .option('--json', 'print the result, or the failure, as JSON on standard output')
    .option('--cwd <folder>', 'run as if started there; the root is the nearest folder above with apps/', '.');
}
