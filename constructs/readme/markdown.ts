/** A Markdown table. Cells are escaped; code spans and links in them are kept. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n');
}

/** A heading with what stands under it, or nothing when there is nothing to say. */
export function section(title: string, ...paragraphs: readonly string[]): string {
  const text = paragraphs.filter((paragraph) => paragraph !== '');
  return text.length === 0 ? '' : [`## ${title}`, ...text].join('\n\n');
}

/** A numbered list. */
export function numbered(steps: readonly string[]): string {
  return steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
}

/** Text from a definition, so that it stays text. */
export function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, (c) => `\\${c}`).replace(/\s+/g, ' ');
}

/** Text as inline code; nothing stays nothing. */
export function code(text: string): string {
  return text === '' ? '' : `\`${text.replaceAll('`', "'")}\``;
}

function cell(text: string): string {
  return text.replace(/(?<!\\)\|/g, '\\|').replace(/\r?\n/g, ' ');
}
