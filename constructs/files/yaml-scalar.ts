/**
 * Plain only what no parser could take for anything but a string: an ASCII letter, `/`, `_` or a long option first, no
 * `: `, ` #` or outer space, and none of the words below. The pattern names what is safe, so that what nobody thought of is quoted.
 */
const PLAIN = /^(?:--)?[A-Za-z/_](?:[\w/.+=,@%$()<>|!&*'?^~;[\]{}\\"-]|:(?=[^ ])| (?=[^ #]))*$/;

/** Quantities and durations (`250m`, `1.5Gi`, `30s`): a number by no schema, and hand-written manifests have them bare. */
const QUANTITY = /^[1-9][0-9]*(?:\.[0-9]+)?(?:ms|[msh]|[KMGT]i)$/;

/** Words that the YAML 1.1 or 1.2 schema reads as null, a boolean or a number (an exponent alone is one to some), in any mix of cases. */
const WORD = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|infinity|e[-+]?[0-9_]+)$/i;

/** Control, format, separator and non-characters, lone surrogates and all spaces but the usual one: invisible, or a line break to some parser. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]|(?! )\p{Zs}/u;
const UNSEEN_IN_JSON = new RegExp(UNSEEN.source, 'gu');
const UNSEEN_IN_BLOCK = new RegExp(`(?![\\n\\t])(?:${UNSEEN.source})`, 'u');

const ASCII_LINES = /^[\x20-\x7e\n\t]*$/;

/** Parsers stop looking for the `:` of a key after 1,024 characters. */
export const LONGEST_IMPLICIT_KEY = 1000;

/** Keeps the patterns away from texts long enough to cost them their stack. */
const LONGEST_PLAIN = 1024;

/** A string on one line, bare where that is certain to be read as the same string, else in double quotes. */
export function quoteIfNeeded(text: string): string {
  if (text.length > LONGEST_PLAIN) return doubleQuote(text);
  if (PLAIN.test(text)) return WORD.test(text) ? `"${text}"` : text;
  return QUANTITY.test(text) ? text : doubleQuote(text);
}

/**
 * Whether a literal block gives back exactly this text: more than one line, nothing invisible, and a first line that shows the indentation.
 * A last line of spaces only would be dropped by some parsers.
 */
export function fitsLiteralBlock(text: string): boolean {
  if (!text.includes('\n') || /^[\n\t ]/.test(text) || /\n[\t ]+\n*$/.test(text)) return false;
  return ASCII_LINES.test(text) || !UNSEEN_IN_BLOCK.test(text);
}

/** A finite number in digits that both schemas read as that number: YAML 1.1 wants a dot and a signed exponent. */
export function formatNumber(value: number): string {
  const digits = JSON.stringify(value);
  const exponent = digits.indexOf('e');
  return exponent === -1 || digits.includes('.') ? digits : `${digits.slice(0, exponent)}.0${digits.slice(exponent)}`;
}

/** JSON's escapes are YAML's; what JSON leaves raw and a reader could not see is escaped too. */
function doubleQuote(text: string): string {
  return JSON.stringify(text).replace(UNSEEN_IN_JSON, (c) => {
    const code = c.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
