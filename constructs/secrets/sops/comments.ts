import { isScalar, Lexer } from 'yaml';
import type { SopsFile } from './sops-file.ts';

/** A comment of a YAML text. */
export interface Comment {
  readonly line: number;
  readonly text: string;
  /** Whether it stands indented or after a value under `data` or `stringData`: SOPS encrypts it there. */
  readonly amongValues: boolean;
}

/** Marks of the lexer that stand for no text of the source: document start, end of flow, and "a scalar follows". */
const NO_TEXT = new Set(['\u0002', '\u0018', '\u001f']);

/** All comments of the file, in order. From tokens, because the parser attaches comments to whatever is near. */
export function commentsOf({ text, document }: SopsFile): Comment[] {
  const comments: Comment[] = [];
  const inValues = valueRanges(document);
  let offset = 0;
  let line = 1;
  let scalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!scalar && NO_TEXT.has(token)) {
      scalar = token === '\u001f';
      continue;
    }
    if (!scalar && token.startsWith('#')) {
      const indented = offset > 0 && text[offset - 1] !== '\n';
      comments.push({ line, text: token, amongValues: indented && inValues(offset) });
    }
    scalar = false;
    offset += token.length;
    line += token.split('\n').length - 1;
  }
  return comments;
}

/** From the key `data` or `stringData` to the next key at the top. */
function valueRanges({ contents }: SopsFile['document']): (offset: number) => boolean {
  const pairs = contents !== null && 'items' in contents ? contents.items : [];
  const keys = pairs.flatMap((pair) => {
    const key: unknown = typeof pair === 'object' && pair !== null && 'key' in pair ? pair.key : undefined;
    return isScalar(key) && key.range ? [{ name: key.value, start: key.range[0] }] : [];
  });
  const ranges = keys.flatMap(({ name, start }, i) => {
    const end = keys[i + 1]?.start ?? Number.POSITIVE_INFINITY;
    return name === 'data' || name === 'stringData' ? [{ start, end }] : [];
  });
  return (offset) => ranges.some(({ start, end }) => start <= offset && offset < end);
}
