import { CommanderError } from 'commander';
import { ConfigError } from '../constructs/model/issue.ts';
import { describeFailure } from '../stacks/failure.ts';
import { DifferenceError } from './difference-error.ts';

/**
 * Says what went wrong, on standard error, or with `--json` as `{exitCode, message, issues}` on standard output. Returns the exit code.
 * A check that said no (1) has printed its result already, and commander its own message.
 */
export function reportFailure(error: unknown, json: boolean): number {
  if (error instanceof DifferenceError) return 1;
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const { text, exitCode } =
    error instanceof CommanderError ? { text: error.message, exitCode: 2 } : describeFailure(error);
  const issues = error instanceof ConfigError ? error.issues : [];
  if (json) process.stdout.write(`${JSON.stringify({ exitCode, message: text, issues }, null, 2)}\n`);
  else if (!(error instanceof CommanderError)) process.stderr.write(`${text}\n`);
  return exitCode;
}
