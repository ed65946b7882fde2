/** Text as every file of a tree has it: LF, no byte order mark, and one line feed at the end; the empty text stays empty. */
export function emitText(text: string): string {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  let end = lines.length;
  while (lines[end - 1] === '\n') end--;
  return end === 0 ? '' : `${lines.slice(0, end)}\n`;
}

/** JSON as people write it: two spaces, keys in the order given, a line feed at the end. Throws a TypeError for what JSON cannot hold. */
export function emitJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  if (text === undefined) throw new TypeError(`JSON cannot hold ${String(value)}`);
  return `${text}\n`;
}
