import { fitsLiteralBlock, formatNumber, LONGEST_IMPLICIT_KEY, quoteIfNeeded } from './yaml-scalar.ts';

/** Deeper than any Kubernetes object, and shallow enough that a cycle is reported instead of filling the stack. */
const DEEPEST = 100;

/** Formatted keys: a platform has few distinct ones and writes each thousands of times. */
const keyTexts = new Map<string, string>();
const MOST_KEY_TEXTS = 10_000;

/**
 * A YAML document that YAML 1.1 and 1.2 parsers read back as exactly this value. Keys are sorted; a Kubernetes object starts with
 * `apiVersion`, `kind` and `metadata`. Properties that are undefined are left out.
 *
 * Throws a TypeError that names the path of what plain data cannot hold: a class instance, a function, NaN, undefined in an array, a cycle.
 */
export function emitYaml(value: unknown): string {
  const path: (string | number)[] = [];
  if (isCollection(value)) {
    const body = Array.isArray(value)
      ? emitItems(value, '\n', path)
      : emitEntries(value, objectKeys(value), '\n', path);
    return body === '' ? `${Array.isArray(value) ? '[]' : '{}'}\n` : `${body.slice(1)}\n`;
  }
  return `${typeof value === 'string' ? quoteIfNeeded(value) : emitScalar(value, '\n', path)}\n`;
}

/** Each entry on a new line; `line` is a line feed and the indentation of the entries. */
function emitEntries(map: object, keys: readonly string[], line: string, path: (string | number)[]): string {
  let out = '';
  for (const key of keys) {
    const value = (map as Record<string, unknown>)[key];
    if (value === undefined) continue;
    path.push(key);
    const text = emitKey(key);
    out += text.length > LONGEST_IMPLICIT_KEY ? `${line}? ${text}${line}:` : `${line}${text}:`;
    out += emitAfterKey(value, line, path);
    path.pop();
  }
  return out;
}

function emitAfterKey(value: unknown, line: string, path: (string | number)[]): string {
  if (!isCollection(value)) return ` ${emitScalar(value, line, path)}`;
  const body = Array.isArray(value) ? emitItems(value, `${line}  `, path) : emitMap(value, `${line}  `, path);
  return body === '' ? (Array.isArray(value) ? ' []' : ' {}') : body;
}

function emitItems(items: readonly unknown[], line: string, path: (string | number)[]): string {
  if (path.length > DEEPEST) throw notPlain(items, path);
  let out = '';
  for (let i = 0; i < items.length; i++) {
    const value = items[i];
    path.push(i);
    if (!isCollection(value)) {
      out += `${line}- ${emitScalar(value, line, path)}`;
    } else {
      const inner = `${line}  `;
      const body = Array.isArray(value) ? emitItems(value, inner, path) : emitMap(value, inner, path);
      // The first entry stands beside the dash, at the indentation of the others.
      out += `${line}- ${body === '' ? (Array.isArray(value) ? '[]' : '{}') : body.slice(inner.length)}`;
    }
    path.pop();
  }
  return out;
}

function emitMap(map: object, line: string, path: (string | number)[]): string {
  return emitEntries(map, sortedKeys(map, path), line, path);
}

function emitScalar(value: unknown, line: string, path: readonly (string | number)[]): string {
  switch (typeof value) {
    case 'string':
      return value.includes('\n') && fitsLiteralBlock(value) ? emitLiteralBlock(value, line) : quoteIfNeeded(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (Number.isFinite(value)) return formatNumber(value);
      break;
    default:
      if (value === null) return 'null';
  }
  throw notPlain(value, path);
}

function emitLiteralBlock(text: string, line: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  const breaks = text.length - end;
  const header = breaks === 0 ? '|-' : breaks === 1 ? '|' : '|+';
  // Empty lines stay empty: no trailing spaces in the file.
  const body = text.slice(0, end).replace(/\n(?!\n)/g, `${line}  `);
  return `${header}${line}  ${body}${'\n'.repeat(Math.max(0, breaks - 1))}`;
}

function emitKey(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const text = quoteIfNeeded(key);
  if (keyTexts.size < MOST_KEY_TEXTS) keyTexts.set(key, text);
  return text;
}

function objectKeys(map: object): string[] {
  const keys = sortedKeys(map, []);
  if (!('apiVersion' in map && 'kind' in map)) return keys;
  const first = ['apiVersion', 'kind', 'metadata'].filter((key) => Object.hasOwn(map, key));
  return [...first, ...keys.filter((key) => !first.includes(key))];
}

/** In code unit order, whatever the locale. What comes from `ApiObject.toJson()` is sorted already, and only checked. */
function sortedKeys(map: object, path: readonly (string | number)[]): string[] {
  const prototype = Object.getPrototypeOf(map);
  if ((prototype !== Object.prototype && prototype !== null) || path.length > DEEPEST) throw notPlain(map, path);
  const keys = Object.keys(map);
  for (let i = 1; i < keys.length; i++) if ((keys[i - 1] as string) > (keys[i] as string)) return keys.sort();
  return keys;
}

function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function notPlain(value: unknown, path: readonly (string | number)[]): TypeError {
  const where = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
  const what = isCollection(value)
    ? path.length > DEEPEST
      ? `nested more than ${DEEPEST} deep`
      : (value.constructor?.name ?? 'an object')
    : String(value);
  return new TypeError(`${where || 'the document'} is not plain data: ${what}`);
}
