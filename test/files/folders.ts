import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { FileTree } from '../../constructs/files/file-tree.ts';

export type Files = Readonly<Record<string, string>>;

export function treeOf(files: Files): FileTree {
  const tree = new FileTree();
  for (const [path, content] of Object.entries(files)) tree.add(path, content, 'a test');
  return tree;
}

/** In memory where there is such a file system: the tests write some ten thousand files. */
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** An empty folder, removed after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(parent, 'fairlead-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files as somebody else would. */
export function putFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Every file below a folder by path, but the state of a write; checksum files only when asked for. */
export function filesIn(folder: string, options: { readonly checksums?: boolean } = {}): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.fairlead/') && (options.checksums || !path.endsWith('checksums.txt')));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Folders below a folder, to see that emptied ones go. */
export function foldersIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
