/** A rendered repository in memory: relative path with `/` between its parts, to the file's whole text. */
export class FileTree {
  readonly #files = new Map<string, { readonly content: string; readonly owner: string }>();
  /** Each folder with the first path that needs it, to see at once when a file wants the name of a folder. */
  readonly #folders = new Map<string, string>();

  /**
   * Adds a file. `owner` says what rendered it ("service sonarr"), for the error when two things claim one path.
   * Throws when the path is taken, is a folder of another file, or is not a plain relative path, and when the text is not Unicode:
   * all of them are bugs of a construct, not of a definition.
   */
  add(path: string, content: string, owner: string): this {
    if (!isPlainPath(path))
      throw new Error(`${owner} renders to ${JSON.stringify(path)}, which is not a plain relative path`);
    if (!content.isWellFormed())
      throw new Error(`${owner} renders half of a character (a lone surrogate) into ${path}`);
    const taken = this.#files.get(path);
    if (taken) throw new Error(`${owner} and ${taken.owner} both render to ${path}`);
    const inside = this.#folders.get(path);
    if (inside)
      throw new Error(`${owner} renders to ${path}, which is the folder of ${inside} (${this.#owner(inside)})`);
    this.#addFolders(path, owner);
    this.#files.set(path, { content, owner });
    return this;
  }

  get(path: string): string | undefined {
    return this.#files.get(path)?.content;
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  get size(): number {
    return this.#files.size;
  }

  /** Paths in code point order, whatever the order they were added in. */
  paths(): string[] {
    return [...this.#files.keys()].sort();
  }

  /** `[path, content]`, in the order of `paths()`. */
  *entries(): Generator<readonly [path: string, content: string]> {
    for (const path of this.paths()) yield [path, this.#files.get(path)?.content ?? ''];
  }

  #addFolders(path: string, owner: string): void {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (this.#folders.has(folder)) return;
      if (this.#files.has(folder))
        throw new Error(`${owner} renders to ${path}, but ${folder} is a file (${this.#owner(folder)})`);
      this.#folders.set(folder, path);
    }
  }

  #owner(path: string): string {
    return this.#files.get(path)?.owner ?? 'nobody';
  }
}

/** What every usual file system holds. Found here, since a rename that fails on it would leave a write half done for good. */
const LONGEST_PART = 255;
const LONGEST_PATH = 1024;

/** Relative, no part or path too long for a file system, no empty, `.` or `..` part, no backslash and no control character: safe to join to a folder. */
export function isPlainPath(path: string): boolean {
  if (Buffer.byteLength(path) > LONGEST_PATH) return false;
  const parts = path.split('/');
  return (
    !/[\\\p{Cc}]/u.test(path) &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && Buffer.byteLength(part) <= LONGEST_PART)
  );
}
