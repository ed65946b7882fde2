import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { addChecksums } from '../../constructs/files/checksums.ts';
import type { FileTree } from '../../constructs/files/file-tree.ts';
import { recover } from '../../constructs/files/recover.ts';
import { hasState, statePaths } from '../../constructs/files/state-folder.ts';
import { verifyTree } from '../../constructs/files/verify-tree.ts';
import { writeTree } from '../../constructs/files/write-tree.ts';
import { emptyFolder, filesIn } from './folders.ts';
import { generation } from './generation.ts';

const FILES = 900;

function startWriter(target: string, first: number, count: number, files = FILES): ChildProcess {
  return spawn(
    process.execPath,
    [join(import.meta.dirname, 'write-generations.ts'), target, `${first}`, `${count}`, `${files}`],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
}

function contentOf(tree: FileTree): string {
  addChecksums(tree);
  return JSON.stringify([...tree.entries()]);
}

function contentIn(target: string): string {
  return JSON.stringify(Object.entries(filesIn(target, { checksums: true })).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Repeatable numbers from 0 to 1 (mulberry32). */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    yield ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
}

describe('a process that writes and is killed', () => {
  it('leaves the old tree, the new one, or one that says that it is interrupted, at 20 random moments; the next run completes it', async () => {
    const target = join(emptyFolder(), 'dist');
    const random = numbers(20261121);
    writeTree(target, generation(0, FILES));
    const began = performance.now();
    writeTree(target, generation(1, FILES));
    const usual = performance.now() - began;

    const found: string[] = [];
    for (let n = 2; n < 22; n++) {
      const child = startWriter(target, n, 1);
      const exited = once(child, 'exit');
      // Half of the moments lie in the whole write, half in the short time in which files are moved into place.
      const { folder, journal } = statePaths(target);
      const [from, window] = n % 4 < 2 ? [folder, usual * 0.6] : [journal, usual * 0.1];
      while (!existsSync(from) && child.exitCode === null) await setImmediate();
      const until = performance.now() + random.next().value * window;
      while (performance.now() < until) await setImmediate();
      child.kill('SIGKILL');
      await exited;

      const { state } = verifyTree(target);
      const content = contentIn(target);
      const kind =
        content === contentOf(generation(n - 1, FILES))
          ? 'old'
          : content === contentOf(generation(n, FILES))
            ? 'new'
            : 'mixed';
      found.push(`${kind}, ${state}${hasState(target) ? ', with traces' : ''}`);
      expect(state === 'interrupted' || (state === 'whole' && kind !== 'mixed'), found.at(-1)).toBe(true);

      if (n % 2 === 0) {
        const recovery = recover(target);
        expect(verifyTree(target).state).toBe('whole');
        expect(contentIn(target)).toBe(
          contentOf(generation(recovery === 'completed' || kind === 'new' ? n : n - 1, FILES)),
        );
      }
      writeTree(target, generation(n, FILES));
      expect(contentIn(target)).toBe(contentOf(generation(n, FILES)));
      expect(existsSync(join(target, '.fairlead'))).toBe(false);
    }
    // Kills that all came too early or too late would prove nothing.
    expect(found.filter((each) => each.includes('traces')).length, found.join('\n')).toBeGreaterThanOrEqual(5);
  }, 60_000);
});

describe('two processes that write one output at the same time', () => {
  it('either write a whole tree or say that the other one does, and a reader sees no half file', async () => {
    const target = join(emptyFolder(), 'dist');
    const writers = [startWriter(target, 100, 25, 200), startWriter(target, 200, 25, 200)];
    const outputs = writers.map(async (child) => {
      let text = '';
      for await (const chunk of child.stdout as AsyncIterable<Buffer>) text += chunk;
      return text;
    });
    let seen = 0;
    const codes = Promise.all(writers.map((child) => once(child, 'exit').then(([code]) => code)));
    let running = true;
    void codes.then(() => (running = false));
    while (running) {
      const i = seen % 200;
      // A file is missing, or whole, at any moment: never the first half of one.
      const text = readIfThere(join(target, `apps/service-${Math.floor(i / 6)}/file-${i}.yaml`));
      if (text !== undefined) expect(text).toMatch(new RegExp(`^n: \\w+\n(#\n){${i % 50}}$`));
      seen++;
      await setImmediate();
    }
    expect(await codes).toEqual([0, 0]);
    const lines = (await Promise.all(outputs)).join('').split('\n');
    const wrote = lines.filter((line) => line.startsWith('wrote '));
    expect(wrote.length).toBeGreaterThan(0);
    expect(wrote.length + lines.filter((line) => line.startsWith('locked ')).length).toBe(50);
    expect(seen).toBeGreaterThan(0);
    expect(verifyTree(target)).toEqual({ state: 'whole', problems: [], foreign: [] });
    const possible = wrote.map((line) => contentOf(generation(Number(line.split(' ')[1]), 200)));
    expect(possible).toContain(contentIn(target));
    expect(hasState(target)).toBe(false);
  }, 30_000);
});
