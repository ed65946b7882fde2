import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRelease } from '../../constructs/workload/releases.ts';

test.each(['sha-7d8708b', '0123456', '12e4567', '6063e25', '1e3', '0x1f', 'no', 'null', '1_000', '12:30:45'])(
  'parseRelease() keeps the quoted tag %s as text',
  (tag) => {
    expect(parseRelease(`prod: "${tag}"\n`)).toEqual({ tags: new Map([['prod', tag]]), problems: [] });
  },
);

test.each(['0123456', '12e4567', '6063e25', '1e3', '0x1f', 'no', 'y', '1_000', '12:30:45', '1.5', 'true'])(
  'parseRelease() refuses the bare tag %s, which is no text to every reader',
  (tag) => {
    const { tags, problems } = parseRelease(`prod: ${tag}\n`);
    expect(tags.size).toBe(0);
    expect(problems).toEqual([
      {
        key: 'prod',
        problem: `"${tag}" without quotation marks is not text to every reader of YAML`,
        fix: `write "${tag}" in quotation marks`,
      },
    ]);
  },
);

test('parseRelease() takes a bare tag that is text to every reader', () => {
  expect(parseRelease('prod: sha-7d8708b # by hand\n').tags.get('prod')).toBe('sha-7d8708b');
});

test.each([
  ['prod:\n', 'prod', 'there is no tag'],
  ['prod: ""\n', 'prod', 'there is no tag'],
  ['prod: null\n', 'prod', 'there is no tag'],
  ['prod: [a]\n', 'prod', 'the value is no tag'],
  ['prod: {tag: a}\n', 'prod', 'the value is no tag'],
  ['x: &a "t"\nprod: *a\n', 'prod', 'the value is no tag'],
  ['- prod\n', undefined, 'the file is no map from environment to tag'],
  ['', undefined, 'the file is no map from environment to tag'],
  ['prod: "a\n', undefined, 'line 2, column 1 is no YAML: Missing closing "quote'],
  ['prod: "a"\nprod: "b"\n', undefined, 'line 2, column 1 is no YAML: Map keys must be unique'],
  ['<<<<<<< HEAD\nprod: "a"\n', undefined, 'line 1, column 1 is no YAML'],
])('parseRelease() says what is wrong with %j', (text, key, problem) => {
  const { problems } = parseRelease(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.key).toBe(key);
  expect(problems[0]?.problem).toContain(problem);
});

test('parseRelease() gives back any tag that is written as JSON', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\w[\w.-]{0,127}$/), (tag) => {
      expect(parseRelease(`prod: ${JSON.stringify(tag)}\n`).tags.get('prod')).toBe(tag);
    }),
  );
});

test('parseRelease() takes any text without throwing', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseRelease(text)));
});
