import { readdirSync, readFileSync } from 'node:fs';

function isOurs(pid: string, mark: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(mark);
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return false;
  }
}

/**
 * Ends whatever carries the run's mark in its environment and still lives, this process excepted, and returns how
 * many there were: a worker that was killed outright leaves the grandchildren that the kernel does not end for it.
 */
export function endLeftovers(mark: string): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const ours = pids.filter((pid) => isOurs(pid, mark));
  for (const pid of ours) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It ended meanwhile.
    }
  }
  return ours.length;
}
