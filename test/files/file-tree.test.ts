import { describe, expect, it } from 'vitest';
import { FileTree, isPlainPath } from '../../constructs/files/file-tree.ts';
import { emitJson, emitText } from '../../constructs/files/text.ts';

describe('a tree of files', () => {
  it('gives its paths in code point order, whatever the order they were added in', () => {
    const tree = new FileTree().add('b', '1', 'x').add('a/c', '2', 'x').add('a.b', '3', 'x').add('Z', '4', 'x');
    expect([...tree.entries()]).toEqual([
      ['Z', '4'],
      ['a.b', '3'],
      ['a/c', '2'],
      ['b', '1'],
    ]);
    expect([tree.size, tree.get('b'), tree.get('none'), tree.has('a')]).toEqual([4, '1', undefined, false]);
  });

  it('refuses two owners of one path, and names both', () => {
    const tree = new FileTree().add('apps/web/a.yaml', '', 'service web');
    expect(() => tree.add('apps/web/a.yaml', '', 'service other')).toThrow(
      'service other and service web both render to apps/web/a.yaml',
    );
  });

  it('refuses a file that is also a folder, in either order', () => {
    const tree = new FileTree().add('a/b/c', '', 'first');
    expect(() => tree.add('a/b', '', 'second')).toThrow('second renders to a/b, which is the folder of a/b/c (first)');
    expect(() => tree.add('a/b/c/d/e', '', 'second')).toThrow(
      'second renders to a/b/c/d/e, but a/b/c is a file (first)',
    );
  });

  it.each([
    '',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    'a/../b',
    './a',
    'a\\b',
    'a\nb',
    'a\u0000',
    `${'x'.repeat(256)}/y`,
    'é'.repeat(128),
    'x/'.repeat(600),
  ])('refuses the path %j', (path) => {
    expect(() => new FileTree().add(path, '', 'a construct')).toThrow('is not a plain relative path');
    expect(isPlainPath(path)).toBe(false);
  });

  it('refuses text that no encoding can hold', () => {
    expect(() => new FileTree().add('a', 'x\ud800', 'a construct')).toThrow(
      'a construct renders half of a character (a lone surrogate) into a',
    );
  });
});

describe('text', () => {
  it('has line feeds, no byte order mark and one line feed at the end', () => {
    expect(['a', 'a\n\n\n', '\ufeffa\r\nb\rc', '', '\n\n'].map(emitText)).toEqual(['a\n', 'a\n', 'a\nb\nc\n', '', '']);
  });

  it('is JSON as people write it, or an error', () => {
    expect(emitJson({ b: [1], a: undefined })).toBe('{\n  "b": [\n    1\n  ]\n}\n');
    expect(() => emitJson(undefined)).toThrow('JSON cannot hold undefined');
  });
});
