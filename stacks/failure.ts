import { LockedError, WriteError } from '../constructs/files/write-error.ts';
import { ConfigError, formatIssue } from '../constructs/model/issue.ts';

/** What a program says about an error, and the code it ends with: 2 input, 3 environment, 4 conflict, 70 a bug of ours. */
export interface Failure {
  readonly text: string;
  readonly exitCode: number;
}

/** Tells a mistake in a definition and a refusal of the environment from a bug. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof ConfigError) return { text: `${listOf(error)}\nNothing was written.`, exitCode: 2 };
  if (error instanceof WriteError || error instanceof LockedError)
    return { text: error.message, exitCode: error.exitCode };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: `This is a bug of Fairlead:\n${detail}`, exitCode: 70 };
}

/** More than this nobody reads at once; the rest are counted. */
const shown = 50;

function listOf({ issues }: ConfigError): string {
  const lines = issues
    .slice(0, shown)
    .map((issue) => `${issue.level === 'warning' ? 'warning: ' : ''}${formatIssue(issue)}`);
  return [...lines, ...(issues.length > shown ? [`... and ${issues.length - shown} more.`] : [])].join('\n');
}
