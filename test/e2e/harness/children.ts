import type { ChildProcess } from 'node:child_process';

const children = new Set<ChildProcess>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let guarded = false;

/** Sends a signal to a child and to all that it started; each child leads a process group of its own. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // The group is gone already, which is what a signal is for.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function killAll(): void {
  for (const child of children) signalGroup(child, 'SIGKILL');
  children.clear();
}

function guard(): void {
  if (guarded) return;
  guarded = true;
  process.on('exit', killAll);
  for (const signal of SIGNALS) {
    const end = () => {
      killAll();
      // Ends as it would have without this handler, so that whoever waits sees the signal.
      process.removeListener(signal, end);
      process.kill(process.pid, signal);
    };
    process.on(signal, end);
  }
}

/** Makes sure that a child ends with this process, whichever way that ends; the returned function lets it go. */
export function register(child: ChildProcess): () => void {
  guard();
  children.add(child);
  return () => children.delete(child);
}
