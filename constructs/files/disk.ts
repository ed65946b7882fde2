import { mkdirSync, renameSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';

/**
 * Every change that rendering makes to the file system. Reading needs no such interface; this one is for tests to fail each call in turn.
 *
 * Nothing here waits for the disk (fsync): git is where the output is durable. The protocol holds against the death of the process and
 * against write errors; after a power loss the checksums tell.
 */
export interface Disk {
  /** Creates a file that does not exist yet; EEXIST otherwise. */
  createFile(path: string, content: string): void;
  /** Moves a file, over another file if there is one; readers see one or the other whole. */
  rename(from: string, to: string): void;
  unlink(path: string): void;
  /** Creates a folder and those above it; returns the first that was missing. */
  mkdir(path: string): string | undefined;
  /** Removes an empty folder. */
  rmdir(path: string): void;
}

/** The disk of this machine. */
export const nodeDisk: Disk = {
  createFile: (path, content) => writeFileSync(path, content, { flag: 'wx' }),
  rename: renameSync,
  unlink: unlinkSync,
  mkdir: (path) => mkdirSync(path, { recursive: true }),
  rmdir: (path) => rmdirSync(path),
};
