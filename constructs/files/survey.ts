import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../model/issue.ts';
import { isChecksumFile, parseChecksums } from './checksums.ts';
import { STATE_FOLDER } from './state-folder.ts';
import { linkIssue } from './target.ts';

/** What stands in an output folder; paths are relative to it. A folder that does not exist is empty. */
export interface Survey {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly links: readonly string[];
  /** Sockets, devices and the like. */
  readonly others: ReadonlySet<string>;
  /** Files that the checksum files list, present or not, with their SHA-256. */
  readonly listed: ReadonlyMap<string, string>;
  /** Checksum files of ours: those that list something. */
  readonly lists: ReadonlySet<string>;
}

/** Reads an output folder, without following a link. A `.git` at its top (the output may be a clone) and the writer's own folder are left out. */
export function surveyTarget(target: string): Survey {
  const files = new Set<string>();
  const folders = new Set<string>();
  const links: string[] = [];
  const others = new Set<string>();
  const visit = (folder: string): void => {
    for (const entry of entriesOf(join(target, folder))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (path === '.git') continue;
      if (entry.isSymbolicLink()) links.push(path);
      else if (entry.isFile()) files.add(path);
      else if (!entry.isDirectory()) others.add(path);
      else {
        folders.add(path);
        visit(path);
      }
    }
  };
  visit('');
  for (const set of [files, folders]) for (const path of set) if (isState(path)) set.delete(path);

  const listed = new Map<string, string>();
  const lists = new Set<string>();
  for (const file of files) {
    if (!isChecksumFile(file)) continue;
    const sums = parseChecksums(file, readFileSync(join(target, file), 'utf8'));
    if (sums.size > 0) lists.add(file);
    for (const [path, sum] of sums) listed.set(path, sum);
  }
  return { files, folders, links, others, listed, lists };
}

/** Throws a ConfigError (FL3002) for each link inside the output: a write could leave the folder through it, and Argo CD refuses such a repository. */
export function refuseLinks(target: string, { links }: Survey): void {
  if (links.length > 0)
    throw new ConfigError(links.map((path) => linkIssue(join(target, path), 'a link inside the output')));
}

function isState(path: string): boolean {
  return path === STATE_FOLDER || path.startsWith(`${STATE_FOLDER}/`);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // It does not exist yet, or was removed by another process since its name was read.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
