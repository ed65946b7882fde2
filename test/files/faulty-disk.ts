import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { getSystemErrorMap } from 'node:util';
import { type Disk, nodeDisk } from '../../constructs/files/disk.ts';
import { statePaths } from '../../constructs/files/state-folder.ts';

/** The process is gone at this point: no handler of ours runs, as far as the disk can see. */
export class Crash extends Error {}

/**
 * How the n-th change fails. `torn` ones first write half of the file, if it is a file that is written.
 * After a crash nothing more happens; `full` stays full for all that needs space; the others fail once.
 */
export const faults = ['crash', 'torn crash', 'ENOSPC', 'torn ENOSPC', 'full', 'EIO', 'torn EIO'] as const;
export type Fault = (typeof faults)[number];

export interface FaultyDisk extends Disk {
  /** Each change asked for so far. */
  readonly calls: string[];
}

/** The real disk, whose n-th change (from 1) fails. */
export function faultyDisk(n = Number.POSITIVE_INFINITY, fault: Fault = 'crash'): FaultyDisk {
  const calls: string[] = [];
  const change = <T>(call: string, path: string, step: () => T, tear?: () => void): T => {
    calls.push(`${call} ${path}`);
    const later = calls.length > n;
    if (calls.length === n || (later && fault.endsWith('crash')) || (later && fault === 'full' && needsSpace(call))) {
      if (!later && fault.startsWith('torn')) tear?.();
      if (fault.endsWith('crash')) throw new Crash(`at ${call} ${path}`);
      throw systemError(fault.endsWith('EIO') ? 'EIO' : 'ENOSPC', call, path);
    }
    return step();
  };
  return {
    calls,
    createFile: (path, content) =>
      change(
        'createFile',
        path,
        () => nodeDisk.createFile(path, content),
        () => tear(path, content),
      ),
    rename: (from, to) => change('rename', to, () => nodeDisk.rename(from, to)),
    unlink: (path) => change('unlink', path, () => nodeDisk.unlink(path)),
    mkdir: (path) => change('mkdir', path, () => nodeDisk.mkdir(path)),
    rmdir: (path) => change('rmdir', path, () => nodeDisk.rmdir(path)),
  };
}

/** Makes a lock that was left behind one of a process that is gone, as it would be; ours of course still runs. */
export function asIfProcessDied(target: string): void {
  const { lock } = statePaths(target);
  if (existsSync(lock)) writeFileSync(lock, `${deadPid} ${hostname()}\n`);
}

/** The id of a process that has ended. */
export const deadPid: number = spawnSync(process.execPath, ['--version']).pid;

export function systemError(code: string, syscall: string, path: string): NodeJS.ErrnoException {
  const [errno, message] = [...getSystemErrorMap()]
    .map(([number, [name, text]]) => [number, text, name] as const)
    .find(([, , name]) => name === code) ?? [-1, 'unknown'];
  return Object.assign(new Error(`${code}: ${message}, ${syscall} '${path}'`), { code, errno, syscall, path });
}

function needsSpace(call: string): boolean {
  return call === 'createFile' || call === 'mkdir';
}

/** Half of the file; nothing where a file stands already, since then nothing would be written. */
function tear(path: string, content: string): void {
  if (!existsSync(path)) writeFileSync(path, content.slice(0, content.length / 2));
}
