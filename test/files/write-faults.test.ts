import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statePaths } from '../../constructs/files/state-folder.ts';
import { verifyTree } from '../../constructs/files/verify-tree.ts';
import { WriteError } from '../../constructs/files/write-error.ts';
import { writeTree } from '../../constructs/files/write-tree.ts';
import { asIfProcessDied, Crash, type Fault, faults, faultyDisk } from './faulty-disk.ts';
import { emptyFolder, type Files, filesIn, foldersIn, putFiles, treeOf } from './folders.ts';

const oldFiles: Files = {
  'README.md': 'old\n',
  'bootstrap/namespace.argocd.yaml': 'kept\n',
  'bootstrap/values.yaml': 'old values\n',
  'bootstrap/was-file': 'old\n',
  'apps/web/deployment.web.web.yaml': 'image: 1\n',
  'apps/web/service.web.web.yaml': 'kept\n',
  'apps/web/was-folder/a.yaml': 'old\n',
  'apps/web/was-folder/b.yaml': 'old\n',
  'apps/gone/deployment.gone.gone.yaml': 'gone\n',
  'apps/gone/deeper/still/config.yaml': 'gone\n',
  'clusters/prod/application.argocd.gone.yaml': 'gone\n',
  'clusters/prod/application.argocd.web.yaml': 'revision: 1\n',
};
const newFiles: Files = {
  'README.md': 'new and longer\n',
  'bootstrap/namespace.argocd.yaml': 'kept\n',
  'bootstrap/values.yaml': 'new values\n',
  'bootstrap/was-file/now-folder.yaml': 'new\n',
  'apps/web/deployment.web.web.yaml': 'image: 2\n',
  'apps/web/service.web.web.yaml': 'kept\n',
  'apps/web/was-folder': 'now a file\n',
  'apps/added/deployment.added.added.yaml': 'added\n',
  'clusters/prod/application.argocd.added.yaml': 'added\n',
  'clusters/prod/application.argocd.web.yaml': 'revision: 2\n',
  'hosts/runner/install.sh': '#!/bin/sh\n',
};
const foreignFiles: Files = {
  'NOTES.txt': 'mine\r\n',
  'apps/gone/mine.yaml': '\ufeffmine\n',
  'bootstrap/mine/x': 'mine',
};

/** What stands there, foreign files apart. */
function kindOf(target: string): 'old' | 'new' | 'mixed' {
  const ours = Object.fromEntries(Object.entries(filesIn(target)).filter(([path]) => !(path in foreignFiles)));
  const is = (files: Files) =>
    JSON.stringify(ours) ===
    JSON.stringify(Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))));
  return is(oldFiles) ? 'old' : is(newFiles) ? 'new' : 'mixed';
}

function expectForeignFilesKept(target: string): void {
  expect(filesIn(target)).toMatchObject(foreignFiles);
}

function expectExactlyNew(target: string): void {
  expect(kindOf(target)).toBe('new');
  expectForeignFilesKept(target);
  expect(verifyTree(target)).toEqual({ state: 'whole', problems: [], foreign: Object.keys(foreignFiles).sort() });
  expect(
    foldersIn(target).filter((folder) => folder.startsWith('.fairlead') || folder.startsWith('apps/gone/')),
  ).toEqual([]);
}

/** Writes the new tree over the old one with one fault, and judges what is left. Returns what was thrown. */
function writeWithFault(template: string, target: string, n: number, fault: Fault): unknown {
  rmSync(target, { recursive: true, force: true });
  cpSync(template, target, { recursive: true });
  let thrown: unknown;
  try {
    writeTree(target, treeOf(newFiles), { disk: faultyDisk(n, fault) });
  } catch (error) {
    thrown = error;
  }
  const { state } = verifyTree(target);
  const kind = kindOf(target);
  expect(kind === 'mixed' ? [kind, state] : [kind, 'fine']).toEqual([kind, kind === 'mixed' ? 'interrupted' : 'fine']);
  expect(state).not.toBe('broken');
  expectForeignFilesKept(target);
  return thrown;
}

describe('whatever change of a write fails, the output is the old one, the new one, or says that it is interrupted', {
  timeout: 60_000,
}, () => {
  const template = (): string => {
    const folder = join(emptyFolder(), 'template');
    writeTree(folder, treeOf(oldFiles));
    putFiles(folder, foreignFiles);
    return folder;
  };
  /** Each change of the write under test. */
  const callsOf = (from: string): readonly string[] => {
    const target = join(emptyFolder(), 'counted');
    cpSync(from, target, { recursive: true });
    const disk = faultyDisk();
    writeTree(target, treeOf(newFiles), { disk });
    expectExactlyNew(target);
    return disk.calls;
  };

  it.each(faults)('%s at every change in turn, then a second run', (fault) => {
    const from = template();
    const target = join(emptyFolder(), 'target');
    const calls = callsOf(from);
    // Seven faults at each of these make the number of points.
    expect(calls.length * faults.length).toBeGreaterThanOrEqual(200);
    const kinds = new Set<string>();
    for (let n = 1; n <= calls.length; n++) {
      const thrown = writeWithFault(from, target, n, fault);
      kinds.add(kindOf(target));
      if (fault.endsWith('crash')) {
        if (thrown !== undefined) expect(thrown).toBeInstanceOf(Crash);
      } else if (thrown !== undefined) {
        expect(thrown).toBeInstanceOf(WriteError);
        const { message, outcome } = thrown as WriteError;
        expect(message).toMatch(
          /^the output cannot be written: (no space left on device \(ENOSPC\)|i\/o error \(EIO\)) at ".+"\. /,
        );
        expect(outcome).toBe(verifyTree(target).state === 'interrupted' ? 'interrupted' : 'untouched');
        if (outcome === 'untouched') {
          expect(kindOf(target)).toBe('old');
          expect(message).toMatch(/Nothing was written\.$/);
          expect(existsSync(statePaths(target).folder), calls[n - 1]).toBe(false);
        } else {
          expect(message).toMatch(/half way between its old and its new state; the next run completes it\.$/);
        }
      }
      asIfProcessDied(target);
      writeTree(target, treeOf(newFiles));
      expectExactlyNew(target);
    }
    expect([...kinds].sort()).toEqual(['mixed', 'new', 'old']);
  });

  it('a crash at every change of a first write into nothing', () => {
    const parent = emptyFolder();
    const target = join(parent, 'dist', 'platform');
    const count = faultyDisk();
    writeTree(join(parent, 'counted'), treeOf(newFiles), { disk: count });
    for (let n = 1; n <= count.calls.length; n++) {
      rmSync(join(parent, 'dist'), { recursive: true, force: true });
      try {
        writeTree(target, treeOf(newFiles), { disk: faultyDisk(n, 'crash') });
      } catch {}
      asIfProcessDied(target);
      expect(verifyTree(target).state).not.toBe('broken');
      writeTree(target, treeOf(newFiles));
      expect(kindOf(target)).toBe('new');
      expect(existsSync(statePaths(target).folder)).toBe(false);
    }
  });

  it('a full disk at a first write, which leaves not even the folder', () => {
    const parent = emptyFolder();
    expect(() => writeTree(join(parent, 'dist/platform'), treeOf(newFiles), { disk: faultyDisk(5, 'full') })).toThrow(
      WriteError,
    );
    expect(foldersIn(parent)).toEqual([]);
  });

  it('a crash while an interrupted write is completed, again and again', () => {
    const from = template();
    const target = join(emptyFolder(), 'target');
    const calls = callsOf(from);
    const committed = calls.findIndex((call) => call.endsWith('journal.json')) + 1;
    for (const n of [committed + 1, committed + 6, calls.length - 4]) {
      writeWithFault(from, target, n, 'crash');
      asIfProcessDied(target);
      let crashes = 0;
      for (let later = 1; ; later++) {
        try {
          writeTree(target, treeOf(newFiles), { disk: faultyDisk(later, 'torn crash') });
          break;
        } catch (error) {
          expect(error, String(error)).toBeInstanceOf(Crash);
          crashes++;
        }
        asIfProcessDied(target);
        expect(verifyTree(target).state).not.toBe('broken');
        expectForeignFilesKept(target);
      }
      expect(crashes).toBeGreaterThan(3);
      // The last crash may have come after the tree was complete, while its traces were being removed.
      asIfProcessDied(target);
      writeTree(target, treeOf(newFiles));
      expectExactlyNew(target);
    }
  });

  it('a crash, then a run that renders something else again', () => {
    const from = template();
    const target = join(emptyFolder(), 'target');
    const calls = callsOf(from);
    for (let n = 1; n <= calls.length; n++) {
      writeWithFault(from, target, n, 'crash');
      asIfProcessDied(target);
      writeTree(target, treeOf(oldFiles));
      expect(kindOf(target)).toBe('old');
      expectForeignFilesKept(target);
      expect(verifyTree(target).state).toBe('whole');
    }
  });
});
