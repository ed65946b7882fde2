import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const definitions = new Map<string, unknown>();
Object.assign(globalThis, { fairleadTestDefinitions: definitions });

/** A folder as a user has it, removed after the test. Definitions are handed over in memory, so that they can hold anything. */
export function tempRoot(
  platforms: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>> = {},
): string {
  const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fairlead-root-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, props] of Object.entries(platforms)) {
    const id = `${root} ${name} ${definitions.size}`;
    definitions.set(id, props);
    put(
      root,
      `apps/${name}/platform.js`,
      `export default globalThis.fairleadTestDefinitions.get(${JSON.stringify(id)});\n`,
    );
  }
  for (const [path, text] of Object.entries(files)) put(root, path, text);
  return root;
}

/** Writes one file below a root. */
export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Every file below `dist/` with its text. */
export function distOf(root: string): Readonly<Record<string, string>> {
  const folder = join(root, 'dist');
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]));
}
