import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTree } from '../../constructs/files/check-tree.ts';
import { addChecksums, sha256 } from '../../constructs/files/checksums.ts';
import { recover } from '../../constructs/files/recover.ts';
import { statePaths } from '../../constructs/files/state-folder.ts';
import { verifyTree } from '../../constructs/files/verify-tree.ts';
import { LockedError, WriteError } from '../../constructs/files/write-error.ts';
import { writeTree } from '../../constructs/files/write-tree.ts';
import { ConfigError } from '../../constructs/model/issue.ts';
import { deadPid, faultyDisk } from './faulty-disk.ts';
import { emptyFolder, filesIn, foldersIn, putFiles, treeOf } from './folders.ts';

const files = {
  'README.md': '# A platform\n',
  'apps/web/deployment.web.web.yaml': 'kind: Deployment\n',
  'apps/db/statefulset.db.db.yaml': 'kind: StatefulSet\n',
  'bootstrap/argocd/values.yaml': 'a: 1\n',
};

/** Everything about a folder that a write could change, to see that it did not. */
function trace(folder: string): unknown {
  return [filesIn(folder, { checksums: true }), foldersIn(folder)];
}

/** The text of the error that a write is refused with, once it is certain that the refusal changed nothing. */
function refusal(target: string, run: () => unknown): string {
  const before = trace(target);
  let message = 'nothing was refused';
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    message = (error as ConfigError).message;
  }
  expect(trace(target)).toEqual(before);
  return message.replaceAll(target, '<target>');
}

describe('a write makes the folder hold what was rendered', () => {
  it('creates the folder and those above it', () => {
    const target = join(emptyFolder(), 'dist', 'platform');
    const { written, removed, unchanged, total } = writeTree(target, treeOf(files));
    expect(filesIn(target)).toEqual(files);
    expect(written).toHaveLength(8);
    expect([removed, unchanged, total]).toEqual([[], 0, 8]);
    expect(existsSync(statePaths(target).folder)).toBe(false);
  });

  it('writes nothing when nothing has changed, not even a lock', () => {
    const target = emptyFolder();
    writeTree(target, treeOf(files));
    const disk = faultyDisk();
    expect(writeTree(target, treeOf(files), { disk })).toEqual({ written: [], removed: [], unchanged: 8, total: 8 });
    expect(disk.calls).toEqual([]);
  });

  it('leaves the time of unchanged files alone', () => {
    const target = emptyFolder();
    writeTree(target, treeOf(files));
    for (const path of Object.keys(files)) utimesSync(join(target, path), 1, 1);
    const result = writeTree(target, treeOf({ ...files, 'README.md': 'changed\n' }));
    expect(result).toEqual({ written: ['README.md', 'checksums.txt'], removed: [], unchanged: 6, total: 8 });
    expect(statSync(join(target, 'README.md')).mtimeMs).not.toBe(1000);
    for (const path of Object.keys(files).slice(1)) expect(statSync(join(target, path)).mtimeMs).toBe(1000);
  });

  it('removes files that are rendered no longer, and the folders they leave empty', () => {
    const target = emptyFolder();
    writeTree(target, treeOf(files));
    const { 'apps/db/statefulset.db.db.yaml': _, ...rest } = files;
    expect(writeTree(target, treeOf(rest)).removed).toEqual([
      'apps/db/checksums.txt',
      'apps/db/statefulset.db.db.yaml',
    ]);
    expect(filesIn(target)).toEqual(rest);
    expect(foldersIn(target)).not.toContain('apps/db');
  });

  it('removes everything of its own when nothing is rendered', () => {
    const target = emptyFolder();
    writeTree(target, treeOf(files));
    putFiles(target, { 'apps/web/mine': '' });
    writeTree(target, treeOf({}));
    expect(filesIn(target, { checksums: true })).toEqual({ 'apps/web/mine': '' });
  });

  it('keeps files that are not its own, whatever they look like', () => {
    const target = emptyFolder();
    writeTree(target, treeOf(files));
    const foreign = {
      'NOTES.txt': '\ufeffa\r\nb',
      'apps/db/mine.yaml': 'x',
      '.gitkeep': '',
      'apps/.hidden/y': 'y',
      '.git/HEAD': 'ref',
    };
    putFiles(target, foreign);
    writeTree(target, treeOf({ 'README.md': 'all that is left\n' }));
    expect(filesIn(target)).toEqual({ 'README.md': 'all that is left\n', ...foreign });
  });

  it('mends files of its own that were edited, given another line ending or a byte order mark, or removed', () => {
    const target = emptyFolder();
    writeTree(target, treeOf(files));
    putFiles(target, { 'README.md': '\ufeff# A platform\n', 'bootstrap/argocd/values.yaml': 'a: 1\r\n' });
    rmSync(join(target, 'apps/web/deployment.web.web.yaml'));
    expect(writeTree(target, treeOf(files)).written).toEqual([
      'README.md',
      'apps/web/deployment.web.web.yaml',
      'bootstrap/argocd/values.yaml',
    ]);
    expect(filesIn(target)).toEqual(files);
  });

  it('takes over a file that stands there with the same content', () => {
    const target = emptyFolder();
    putFiles(target, { 'README.md': files['README.md'] });
    expect(writeTree(target, treeOf(files)).unchanged).toBe(1);
    expect(writeTree(target, treeOf({})).removed).toContain('README.md');
  });

  it('goes on after a merge left conflict markers, or Windows line endings, in a checksum file', () => {
    const target = emptyFolder();
    writeTree(target, treeOf({ 'a.txt': 'a', 'b.txt': 'b' }));
    const [a = '', b = ''] = readFileSync(join(target, 'checksums.txt'), 'utf8').split('\n');
    writeFileSync(join(target, 'checksums.txt'), `\ufeff<<<<<<< ours\r\n${a}\r\n=======\r\n${b}\r\n>>>>>>> theirs\r\n`);
    writeTree(target, treeOf({ 'a.txt': 'changed' }));
    expect(filesIn(target)).toEqual({ 'a.txt': 'changed' });
    expect(verifyTree(target).state).toBe('whole');
  });
});

describe('what is in the way is refused, and nothing is touched', () => {
  it('a file of somebody else with other content', () => {
    const target = emptyFolder();
    putFiles(target, { 'apps/web/deployment.web.web.yaml': 'mine', 'README.md': 'mine' });
    const message = refusal(target, () => writeTree(target, treeOf(files)));
    expect(message.split('\n')).toEqual([
      expect.stringMatching(
        /^FL3001 at <target>\/README\.md: this file is to be written, but .* not ours to replace\. Fix: move it away or delete it\.$/,
      ),
      expect.stringMatching(/^FL3001 at <target>\/apps\/web\/deployment\.web\.web\.yaml: /),
    ]);
  });

  it('a link to a file, a folder or nothing, anywhere inside', () => {
    for (const link of ['README.md', 'apps', 'apps/web', 'elsewhere/deep', '.fairlead']) {
      const target = emptyFolder();
      const outside = emptyFolder();
      putFiles(outside, { 'web/deployment.web.web.yaml': 'outside' });
      mkdirSync(join(target, link, '..'), { recursive: true });
      symlinkSync(outside, join(target, link));
      const message = refusal(target, () => writeTree(target, treeOf(files)));
      expect(message).toBe(
        `FL3002 at <target>/${link}: this is a link inside the output. Fix: replace the link by what it points to, or remove it.`,
      );
      expect(filesIn(outside)).toEqual({ 'web/deployment.web.web.yaml': 'outside' });
      expect(existsSync(join(outside, 'lock'))).toBe(false);
    }
  });

  it('an output folder that is itself a link out of its parent, or to nothing', () => {
    for (const to of [emptyFolder(), '/nowhere/at/all', '..', '.']) {
      const parent = emptyFolder();
      symlinkSync(to, join(parent, 'dist'));
      const message = refusal(parent, () => writeTree(join(parent, 'dist'), treeOf(files)));
      expect(message).toMatch(/^FL3002 at <target>\/dist: this is a link that leads out of <target>\. Fix: /);
    }
  });

  it('but not one that stays in its parent', () => {
    const parent = emptyFolder();
    mkdirSync(join(parent, 'v2'));
    symlinkSync('v2', join(parent, 'dist'));
    writeTree(join(parent, 'dist'), treeOf(files));
    expect(filesIn(join(parent, 'v2'))).toEqual(files);
  });

  it('a path that a link above leads out of the repository', () => {
    const repository = emptyFolder();
    symlinkSync(emptyFolder(), join(repository, 'dist'));
    const message = refusal(repository, () =>
      writeTree(join(repository, 'dist/platform'), treeOf(files), { within: repository }),
    );
    expect(message).toMatch(/^FL3002 at <target>\/dist\/platform: this is a path that links lead out of <target>\./);
  });

  it('a file where the output folder, or one above it, must be', () => {
    const parent = emptyFolder();
    putFiles(parent, { dist: 'a file' });
    for (const target of [join(parent, 'dist'), join(parent, 'dist/platform')]) {
      expect(refusal(parent, () => writeTree(target, treeOf(files)))).toBe(
        'FL3003 at <target>/dist: this is not a folder, and the output needs a folder here. Fix: move it away, or choose another output folder.',
      );
    }
  });

  it('a file of somebody else where a folder must be, and a folder where a file must be', () => {
    const target = emptyFolder();
    putFiles(target, { 'apps/web': 'a file', 'README.md/mine': 'in a folder' });
    mkdirSync(join(target, 'bootstrap/argocd/values.yaml'), { recursive: true });
    const message = refusal(target, () => writeTree(target, treeOf(files)));
    expect(message.match(/FL\d+ at \S+:/g)).toEqual([
      'FL3003 at <target>/README.md:',
      'FL3003 at <target>/apps/web:',
      'FL3003 at <target>/bootstrap/argocd/values.yaml:',
    ]);
  });

  it.runIf(process.platform === 'linux')('a pipe, without waiting for what it says', () => {
    const target = emptyFolder();
    spawnSync('mkfifo', [join(target, 'README.md')]);
    expect(refusal(target, () => writeTree(target, treeOf(files)))).toMatch(
      /^FL3003 at <target>\/README\.md: a file is to be written here/,
    );
  });
});

describe('hostile files are harmless', () => {
  it('a checksum file cannot name for removal what it has no say about', () => {
    const parent = emptyFolder();
    const target = join(parent, 'dist');
    const victims = {
      'victim.txt': 'v',
      'dist/apps/web/x.yaml': 'v',
      'dist/bootstrap/x.yaml': 'v',
      'dist/.git/config': 'v',
    };
    putFiles(parent, victims);
    const names = [
      '../victim.txt',
      '/etc/hosts',
      join(parent, 'victim.txt'),
      './../victim.txt',
      'apps/web/x.yaml',
      'bootstrap/x.yaml',
      '.git/config',
      '..\\victim.txt',
      'a\u0000b',
      '.fairlead/lock',
      'checksums.txt',
      '',
    ];
    putFiles(target, { 'checksums.txt': names.map((name) => `${sha256('v')}  ${name}\n`).join('') });
    rmSync(join(target, 'checksums.txt'));
    putFiles(target, {
      'apps/checksums.txt': `${sha256('v')}  web/x.yaml\n`,
      'hosts/checksums.txt': names.map((name) => `${sha256('v')}  ${name}\n`).join(''),
    });
    writeTree(target, treeOf({ 'README.md': 'x' }));
    expect(filesIn(parent)).toMatchObject(victims);
  });

  const hostile: readonly [string, unknown][] = [
    ['a path that climbs out', { moves: [{ staged: '1-1', path: '../victim.txt', sha256: sha256('evil') }] }],
    ['an absolute path', { removes: ['/etc/fairlead-test'] }],
    ['a removal that climbs out', { removes: ['a/../../victim.txt'] }],
    ['a removal inside .git', { removes: ['.git/config'] }],
    ['a move onto its own state', { moves: [{ staged: '1-1', path: '.fairlead/lock', sha256: sha256('evil') }] }],
    ['a staged name that climbs out', { moves: [{ staged: '../../victim.txt', path: 'x', sha256: sha256('v') }] }],
    ['content other than committed', { moves: [{ staged: '1-1', path: 'README.md', sha256: sha256('good') }] }],
    ['content that is nowhere', { moves: [{ staged: '1-2', path: 'new.txt', sha256: sha256('evil') }] }],
    ['another version', { version: 2 }],
    ['a list that is no list', { moves: 'x' }],
    ['entries that are no entries', { moves: [null], removes: [1] }],
  ];
  it.each(hostile)('a journal with %s', (_, journal) => {
    const parent = emptyFolder();
    const target = join(parent, 'dist');
    writeTree(target, treeOf(files));
    putFiles(parent, { 'victim.txt': 'v', 'dist/.git/config': 'v' });
    putFiles(target, {
      '.fairlead/stage/1-1': 'evil',
      '.fairlead/journal.json': JSON.stringify({ version: 1, moves: [], removes: [], ...(journal as object) }),
    });
    for (const run of [() => writeTree(target, treeOf(files)), () => recover(target)]) {
      expect(refusal(parent, run)).toMatch(
        /^FL3004 at <target>\/dist\/\.fairlead\/journal\.json: the journal .* cannot be used: .*\. Fix: delete <target>\/dist\/\.fairlead, restore the output from git, and run again\.$/,
      );
    }
    expect(verifyTree(target).state).toBe('interrupted');
  });

  it('a journal that is cut off or no JSON at all', () => {
    for (const text of ['', '{"version": 1, "moves": [', 'null', '[]', '\u0000']) {
      const target = emptyFolder();
      putFiles(target, { '.fairlead/journal.json': text });
      expect(refusal(target, () => writeTree(target, treeOf(files)))).toMatch(/^FL3004 at /);
    }
  });

  it('links in the place of the state', () => {
    const target = emptyFolder();
    const outside = emptyFolder();
    putFiles(outside, { 'keep.txt': 'x' });
    mkdirSync(join(target, '.fairlead'));
    symlinkSync(outside, join(target, '.fairlead/stage'));
    expect(() => writeTree(target, treeOf(files))).toThrow(`FL3002 at ${target}/.fairlead/stage: `);
    expect(filesIn(outside)).toEqual({ 'keep.txt': 'x' });
  });
});

describe('only one write at a time', () => {
  const lockedBy = (lock: string) => {
    const target = emptyFolder();
    putFiles(target, { '.fairlead/lock': lock });
    return target;
  };

  it('a lock of a running process is respected, and the error names it', () => {
    const target = lockedBy(`${process.ppid} ${hostname()}\n`);
    const run = () => writeTree(target, treeOf(files));
    expect(run).toThrow(LockedError);
    expect(run).toThrow(
      `"${target}" is being written by process ${process.ppid} on ${hostname()}. Fix: run again when it is done, or delete "${target}/.fairlead/lock" if that process is no more. Nothing was written.`,
    );
    expect(new LockedError('', '', '').exitCode).toBe(4);
    expect(filesIn(target)).toEqual({});
  });

  it('so is one of another host, of which nothing can be known', () => {
    expect(() => writeTree(lockedBy('1 elsewhere\n'), treeOf(files))).toThrow('process 1 on elsewhere');
  });

  it('a lock of a process that is gone is taken over, also one that it never wrote itself into', () => {
    for (const lock of [`${deadPid} ${hostname()}\n`, '', '12']) {
      const target = lockedBy(lock);
      writeTree(target, treeOf(files));
      expect(filesIn(target)).toEqual(files);
      expect(existsSync(statePaths(target).folder)).toBe(false);
    }
  });

  it('a lock that another process replaces while we stage stops us before the commit', () => {
    const target = emptyFolder();
    const disk = faultyDisk();
    const createFile = disk.createFile.bind(disk);
    const stolen = `${process.ppid} ${hostname()}\n`;
    const stealing = {
      ...disk,
      createFile: (path: string, text: string) => {
        if (path.includes('stage')) writeFileSync(statePaths(target).lock, stolen);
        createFile(path, text);
      },
    };
    expect(() => writeTree(target, treeOf(files), { disk: stealing })).toThrow(LockedError);
    expect(filesIn(target)).toEqual({});
    expect(readFileSync(statePaths(target).lock, 'utf8')).toBe(stolen);
  });
});

describe('what the environment refuses is told with file and reason', () => {
  it('a write that has no permission', () => {
    const target = emptyFolder();
    const disk = {
      ...faultyDisk(),
      mkdir: () => {
        throw Object.assign(new Error("EACCES: permission denied, mkdir '/x'"), {
          code: 'EACCES',
          syscall: 'mkdir',
          path: '/x',
        });
      },
    };
    expect(() => writeTree(target, treeOf(files), { disk })).toThrow(
      'the output cannot be written: permission denied (EACCES) at "/x". Nothing was written.',
    );
    expect(new WriteError('x', 'untouched', Object.assign(new Error('x'), { code: 'E' })).exitCode).toBe(3);
  });
});

describe('reading an output', () => {
  it('`--check` lists what a write would do, and does nothing', () => {
    const target = emptyFolder();
    expect(checkTree(join(target, 'none'), treeOf({ a: '' }))).toEqual([
      { path: 'a', state: 'missing' },
      { path: 'checksums.txt', state: 'missing' },
    ]);
    writeTree(target, treeOf(files));
    putFiles(target, { 'NOTES.txt': 'mine', 'README.md': 'edited' });
    const before = trace(target);
    expect(checkTree(target, treeOf(files))).toEqual([{ path: 'README.md', state: 'changed' }]);
    const { 'apps/db/statefulset.db.db.yaml': _, ...rest } = files;
    expect(checkTree(target, treeOf({ ...rest, 'README.md': 'edited', 'apps/web/new.yaml': '' }))).toEqual([
      { path: 'apps/db/checksums.txt', state: 'extra' },
      { path: 'apps/db/statefulset.db.db.yaml', state: 'extra' },
      { path: 'apps/web/checksums.txt', state: 'changed' },
      { path: 'apps/web/new.yaml', state: 'missing' },
      { path: 'checksums.txt', state: 'changed' },
    ]);
    expect(trace(target)).toEqual(before);
  });

  it('verification finds files that were changed, are missing or became links, and lets others be', () => {
    const target = emptyFolder();
    writeTree(target, treeOf(files));
    expect(verifyTree(target)).toEqual({ state: 'whole', problems: [], foreign: [] });
    putFiles(target, { 'README.md': 'edited', 'mine.txt': '' });
    rmSync(join(target, 'apps/web/deployment.web.web.yaml'));
    rmSync(join(target, 'bootstrap/argocd/values.yaml'));
    symlinkSync('/etc/hosts', join(target, 'bootstrap/argocd/values.yaml'));
    expect(verifyTree(target)).toEqual({
      state: 'broken',
      problems: [
        { path: 'README.md', state: 'changed' },
        { path: 'apps/web/deployment.web.web.yaml', state: 'missing' },
        { path: 'bootstrap/argocd/values.yaml', state: 'changed' },
      ],
      foreign: ['mine.txt'],
    });
  });

  it('`sha256sum -c` accepts every checksum file', () => {
    const target = emptyFolder();
    writeTree(target, treeOf({ ...files, 'apps/README.md': 'x', 'hosts/a b/é.service': 'y' }));
    const lists = Object.keys(filesIn(target, { checksums: true })).filter((path) => path.endsWith('checksums.txt'));
    expect(lists).toEqual([
      'apps/db/checksums.txt',
      'apps/web/checksums.txt',
      'bootstrap/checksums.txt',
      'checksums.txt',
      'hosts/checksums.txt',
    ]);
    for (const list of lists) {
      const { status, stdout } = spawnSync('sha256sum', ['-c', '--strict', 'checksums.txt'], {
        cwd: join(target, list, '..'),
        encoding: 'utf8',
      });
      expect([list, status, stdout.includes('FAILED')]).toEqual([list, 0, false]);
    }
  });

  it('checksums added to the tree beforehand are the ones that are written', () => {
    const target = emptyFolder();
    const tree = treeOf(files);
    addChecksums(tree);
    writeTree(target, tree);
    expect(Object.keys(filesIn(target, { checksums: true }))).toEqual(tree.paths());
    expect(writeTree(target, treeOf(files)).written).toEqual([]);
  });

  it('a tree must not bring checksum files or state of its own', () => {
    for (const path of ['apps/web/deep/checksums.txt', '.fairlead/lock']) {
      expect(() => writeTree('/nowhere', treeOf({ [path]: 'x' }))).toThrow(
        `${path} is a name that the writer uses itself`,
      );
    }
    expect(() => writeTree('/nowhere', treeOf({ a: 'x', 'checksums.txt': 'y' }))).toThrow(
      'checksums.txt in the tree does not fit',
    );
  });
});
