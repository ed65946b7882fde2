import { z } from 'zod';
import { type Issue, quote, suggest } from './issue.ts';

/**
 * The run-time twin of a props interface, so that definitions written in plain JavaScript get the same answers as typed ones.
 * `shapeOf<Props>()({...})` does not compile unless it covers every field of `Props`, with its type.
 */
export function shapeOf<T>() {
  return <S extends { readonly [K in keyof Required<T>]: z.ZodType<T[K]> }>(fields: S) =>
    z.strictObject(fields, { error: (issue) => (issue.code === 'unrecognized_keys' ? knownKeys(fields) : undefined) });
}

/** A map from names of the user's choice to one shape. */
export function mapOf<T>(value: z.ZodType<T>, key: z.ZodString = z.string()): z.ZodType<Readonly<Record<string, T>>> {
  // zod drops an own key "__proto__" (JSON can bring one) without a word.
  const noProto = (map: unknown) => typeof map !== 'object' || map === null || !Object.hasOwn(map, '__proto__');
  return z
    .unknown()
    .refine(noProto, { error: 'a map without the reserved key "__proto__"' })
    .pipe(z.record(key, value));
}

/** An object made by one of our functions, recognised by the methods it must have: `objectFrom<Engine>('argocd({...})', 'install')`. */
export function objectFrom<T>(made: string, ...methods: readonly (keyof T & string)[]): z.ZodType<T> {
  const fits = (value: unknown) =>
    typeof value === 'object' && value !== null && methods.every((m) => typeof Reflect.get(value, m) === 'function');
  return z.custom<T>(fits, { error: `an object made by ${made}` });
}

/** Every way in which `value` is not of that shape, as issues below `path`; empty when it is. */
export function shapeIssues(schema: z.ZodType, value: unknown, path: string): Issue[] {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.flatMap((issue) => toIssues(issue, value, path));
}

const knownKeys = (fields: object) => Object.keys(fields).join(' ');

function toIssues(issue: z.core.$ZodIssue, root: unknown, prefix: string): Issue[] {
  const path = joinPath(prefix, issue.path) || 'the definition';
  if (issue.code === 'invalid_key') {
    const wanted = issue.issues.map(expectation).join(' or ');
    return [
      {
        code: 'FL1002',
        path,
        problem: `the key ${quote(issue.path.at(-1))} is not ${wanted}`,
        fix: `make it ${wanted}`,
      },
    ];
  }
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    return issue.keys.map((key) => ({
      code: 'FL1001',
      path: joinPath(prefix, [...issue.path, key]),
      problem: `there is no field ${quote(key)} here`,
      fix: suggest(key, known),
    }));
  }
  const value = valueAt(root, issue.path);
  const wanted = expectation(issue);
  if (value === undefined)
    return [{ code: 'FL1003', path, problem: 'this field is missing', fix: `give it ${wanted}` }];
  return [{ code: 'FL1002', path, problem: `${quote(value)} is not ${wanted}`, fix: `give it ${wanted}` }];
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return article(issue.expected);
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(quote).join(', ')}`;
  if (issue.code === 'invalid_union') return [...new Set(issue.errors.flat().map(expectation))].join(' or ');
  return issue.code === 'custom' ? issue.message : lowerFirst(issue.message);
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  function: 'a function',
};
const article = (type: string) => WORDS[type] ?? `of type ${type}`;
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** `services["a b"].wave`, `credentials[0].url`. */
export function joinPath(prefix: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const key = String(part);
    if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${text}[${quote(key)}]`;
    return text === '' ? key : `${text}.${key}`;
  }, prefix);
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}
