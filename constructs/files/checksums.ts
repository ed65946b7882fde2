import { hash } from 'node:crypto';
import type { FileTree } from './file-tree.ts';
import { isPlainPath } from './file-tree.ts';
import { STATE_FOLDER } from './state-folder.ts';

const CHECKSUMS = 'checksums.txt';

/** As `sha256sum` writes it, with the mark of binary mode and the carriage return of a Windows checkout allowed. */
const LINE = /^\ufeff?([0-9a-f]{64}) [ *](.+?)\r?$/;

/** SHA-256 of a text (as UTF-8) or of bytes, in hexadecimal. */
export function sha256(data: string | NodeJS.ArrayBufferView): string {
  return hash('sha256', data);
}

/**
 * The checksum file that lists a path: one per top folder, per service under `apps/` (so that two branches that change two services
 * merge), and one at the root for the files of no such folder.
 */
export function checksumFileOf(path: string): string {
  const parts = path.split('/');
  const depth = parts[0] === 'apps' ? 2 : 1;
  return parts.length > depth ? [...parts.slice(0, depth), CHECKSUMS].join('/') : CHECKSUMS;
}

/** Whether a path is that of a checksum file: then it proves others, and is listed by none. */
export function isChecksumFile(path: string): boolean {
  return path.endsWith(CHECKSUMS) && checksumFileOf(path) === path;
}

/** A rendered file with what proves it. */
export interface Content {
  readonly text: string;
  readonly sha256: string;
}

/**
 * Everything that is to stand on disk: the tree and its checksum files, by path in code point order. A tree that has them already gives the same.
 * Throws when the tree has a path that the writer keeps for itself, or checksums of something else: bugs of a construct.
 */
export function withChecksums(tree: FileTree): ReadonlyMap<string, Content> {
  const all = new Map<string, Content>();
  const lists = new Map<string, string>();
  for (const [path, text] of tree.entries()) {
    if (isChecksumFile(path)) continue;
    if (path.split('/').at(-1) === CHECKSUMS || path.startsWith(`${STATE_FOLDER}/`))
      throw new Error(`${path} is a name that the writer uses itself`);
    const sum = sha256(text);
    all.set(path, { text, sha256: sum });
    const list = checksumFileOf(path);
    lists.set(list, `${lists.get(list) ?? ''}${sum}  ${path.slice(list.length - CHECKSUMS.length)}\n`);
  }
  for (const [path, text] of lists) {
    if (tree.has(path) && tree.get(path) !== text)
      throw new Error(`${path} in the tree does not fit the files beside it`);
    all.set(path, { text, sha256: sha256(text) });
  }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Adds the checksum files to a tree that is complete, for those who compare or archive it without writing it; `writeTree` needs no such call. */
export function addChecksums(tree: FileTree): void {
  for (const [path, { text }] of withChecksums(tree)) if (!tree.has(path)) tree.add(path, text, 'checksums');
}

/**
 * What a checksum file on disk lists, path in the tree to SHA-256. Lines that are none of ours are passed over: conflict markers of a
 * merge, and paths that the file has no say about (`..`, absolute, another folder's), which could otherwise name any file for removal.
 */
export function parseChecksums(file: string, text: string): ReadonlyMap<string, string> {
  const folder = file.slice(0, file.length - CHECKSUMS.length);
  const sums = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, sum, name] = LINE.exec(line) ?? [];
    if (sum === undefined || name === undefined) continue;
    const path = folder + name;
    if (
      isPlainPath(name) &&
      checksumFileOf(path) === file &&
      !isChecksumFile(path) &&
      !path.startsWith(`${STATE_FOLDER}/`)
    )
      sums.set(path, sum);
  }
  return sums;
}
