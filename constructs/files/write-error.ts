import { quote } from '../model/issue.ts';

/** How a failed write left the output: as it was, or to be completed from the journal by the next run. */
export type Outcome = 'untouched' | 'interrupted';

const outcomes: Readonly<Record<Outcome, string>> = {
  untouched: 'Nothing was written',
  interrupted: 'The output is half way between its old and its new state; the next run completes it',
};

/** The environment refused a read or a write: disk full, no permission, a bad device. Names the file and the reason. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
  readonly exitCode = 3;
  readonly path: string;
  readonly outcome: Outcome;

  constructor(path: string, outcome: Outcome, cause: NodeJS.ErrnoException) {
    super(`the output cannot be written: ${reason(cause)} at ${quote(path)}. ${outcomes[outcome]}.`, { cause });
    this.path = path;
    this.outcome = outcome;
  }
}

/** Another process is writing the same output. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
  readonly exitCode = 4;

  constructor(target: string, holder: string, lock: string) {
    super(
      `${quote(target)} is being written by ${holder}. ` +
        `Fix: run again when it is done, or delete ${quote(lock)} if that process is no more. Nothing was written.`,
    );
  }
}

/** Whether the operating system said no, in contrast to a bug. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error;
}

/** Runs what only reads an output; what the operating system refuses is thrown as a WriteError. */
export function readingOutput<T>(target: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw isSystemError(error) ? new WriteError(error.path ?? target, 'untouched', error) : error;
  }
}

/** `no space left on device (ENOSPC)`, out of `ENOSPC: no space left on device, write`. */
function reason(error: NodeJS.ErrnoException): string {
  const text = /^\w+: ([^,]+)/.exec(error.message)?.[1] ?? error.message;
  return `${text} (${error.code})`;
}
