import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { emitYaml } from '../../constructs/files/yaml.ts';
import { hostileScalars } from './hostile-scalars.ts';

/** What a parser of either schema makes of the text; refuses warnings and a second document as well. */
function readBack(text: string, version: '1.1' | '1.2'): unknown {
  const documents = parseAllDocuments(text, { version });
  if (!Array.isArray(documents) || documents.length !== 1) throw new Error(`${documents.length} documents in ${text}`);
  expect(documents[0]?.errors).toEqual([]);
  expect(documents[0]?.warnings).toEqual([]);
  return parse(text, { version, maxAliasCount: 0 });
}

function expectSame(value: unknown): void {
  const text = emitYaml(value);
  expect(isDeepStrictEqual(readBack(text, '1.1'), value), text).toBe(true);
  expect(isDeepStrictEqual(readBack(text, '1.2'), value), text).toBe(true);
  expect(text).toMatch(/[^\n]\n+$/);
  expect(text).not.toMatch(/\r|^\t/);
}

const someString = fc.oneof(
  fc.constantFrom(...hostileScalars),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...' \n\t:#-?&*!|>%@`\'"[]{},=<~aey0123.\\_+/$'), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'0123456789_.:eExob+-'), maxLength: 9 }),
  fc
    .array(fc.constantFrom('a', 'b: c', '  d', '', ' ', '\t', '---', '# e', '- f', 'g ', 'é'), { maxLength: 6 })
    .map((lines) => lines.join('\n')),
);
const someNumber = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
);
const someData = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    someString,
    someNumber,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(someString, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/** An object with any own key, `__proto__` too. */
const entry = (key: string, value: unknown) => Object.fromEntries([[key, value]]);

describe('emitted YAML is read back as the same value by YAML 1.1 and 1.2', () => {
  it.each(hostileScalars.map((text) => [JSON.stringify(text).slice(0, 60), text]))(
    'for %s in every place',
    (_, text) => {
      expectSame(text);
      expectSame(entry('key', text));
      expectSame(entry(text, 'value'));
      expectSame(entry(text, { nested: [text, [text, text], { [`${text}x`]: text }], last: '' }));
      expectSame([text, entry(text, [])]);
    },
  );

  it('for arbitrary data with hostile strings as values and keys', () => {
    fc.assert(fc.property(someData, expectSame), { numRuns: 3000 });
  });

  it('for numbers of every size', () => {
    for (const n of [0, -1, 1.5, 1e21, 1.5e300, 5e-324, 1e-7, -1e22, 2 ** 53, 0.1, 123456789012345680000])
      expectSame({ n });
    expect(emitYaml({ count: 1e21 })).toBe('count: 1.0e+21\n');
    expect(emitYaml({ count: -0 })).toBe('count: 0\n');
  });
});

describe('emitted YAML looks as if written by hand', () => {
  it('starts a Kubernetes object with what it is, and sorts the rest', () => {
    expect(
      emitYaml({
        spec: { b: [{ z: 1, a: 'x' }, []], a: {} },
        metadata: { name: 'web', labels: {} },
        kind: 'Thing',
        apiVersion: 'v1',
        data: { '10': 'ten', '9': 'nine' },
      }),
    ).toBe(
      'apiVersion: v1\nkind: Thing\nmetadata:\n  labels: {}\n  name: web\ndata:\n  "10": ten\n  "9": nine\n' +
        'spec:\n  a: {}\n  b:\n    - a: x\n      z: 1\n    - []\n',
    );
  });

  it('writes several lines as a literal block, with no spaces at the end of empty lines', () => {
    expect(emitYaml({ a: 'x\n\n  y\n', b: ['x\ny'], c: 'x\n\n' })).toBe(
      'a: |\n  x\n\n    y\nb:\n  - |-\n    x\n    y\nc: |+\n  x\n\n',
    );
  });

  it('never folds a long line', () => {
    const words = 'word '.repeat(150).trim();
    expect(emitYaml({ words })).toBe(`words: ${words}\n`);
  });

  it('leaves ordinary names, images, paths, options and quantities bare', () => {
    for (const bare of [
      'web',
      'registry.example.com/team/web:sha-6063e25',
      '/ready',
      '--listen=:8080',
      '250m',
      '1.5Gi',
      '30s',
      'a b',
      'ReadWriteOnce',
      '*.x'.slice(1).replace('.', '_'),
    ]) {
      expect(emitYaml({ bare })).toBe(`bare: ${bare}\n`);
    }
  });

  it('gives the same bytes whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.dictionary(someString, someString, { noNullPrototype: true }), (map) => {
        const turned = Object.fromEntries(Object.entries(map).reverse());
        expect(emitYaml(turned)).toBe(emitYaml(map));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out what is undefined', () => {
    expect(emitYaml({ a: undefined, b: { c: undefined } })).toBe('b: {}\n');
  });
});

describe('what plain data cannot hold is refused with its path', () => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  class Port {}
  it.each([
    ['spec.ports[1] is not plain data: Port', { spec: { ports: [1, new Port()] } }],
    ['spec.at is not plain data: Date', { spec: { at: new Date(0) } }],
    ['a[0] is not plain data: undefined', { a: [undefined] }],
    ['a is not plain data: NaN', { a: Number.NaN }],
    ['a is not plain data: Infinity', { a: Number.POSITIVE_INFINITY }],
    ['a is not plain data: 1', { a: 1n }],
    ['the document is not plain data: undefined', undefined],
    ['nested more than 100 deep', cycle],
  ])('%s', (message, value) => {
    expect(() => emitYaml(value)).toThrow(message);
  });
});
