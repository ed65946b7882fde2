import { plaintextRules } from './plaintext-rules.ts';
import { isSecretLiteral } from './secret-names.ts';
import { type TextSecret, tokensIn } from './token-shapes.ts';

/** Shorter than any secret with its name, and than any token. */
const SHORTEST = 7;
const WORTH_READING = /pass|token|secret|api.?key|private.?key|pwd/i;
/** `name: value`, `NAME=value`, `--name=value` and `export NAME="value"` on a line of its own; a bare value has no space and is no code. */
const NAME = /^[ \t]{0,64}(?:- +|export +|-{1,2})?["']?([A-Za-z_][\w.-]{0,127})["']?[ \t]{0,64}[:=][ \t]{0,64}/;
const QUOTED = /"([^"\n]{1,512})"|'([^'\n]{1,512})'/;
const BARE = /([^\s"'()[\]{}<>$`,;#|&*][^\s"'()[\]{}<>`,;]{0,511})/;
const END = /[ \t]{0,64},?[ \t]{0,64}(?:#.*)?\r?$/;
const LINE = new RegExp(`${NAME.source}(?:${QUOTED.source}|${BARE.source})${END.source}`, 'gm');
/** `"name": "value"` within JSON on one line. */
const JSON_PAIR = /"([A-Za-z_][\w.-]{0,127})"\s{0,8}:\s{0,8}"([^"\\\n]{1,512})"/g;

/** Tokens of known shape anywhere in the text, and literals beside a name that says password, token or secret. */
export function secretsInText(text: string): TextSecret[] {
  if (text.length < SHORTEST) return [];
  const secrets = tokensIn(text);
  if (!WORTH_READING.test(text)) return secrets;
  const names = new Set<string>();
  for (const pattern of [LINE, JSON_PAIR]) {
    for (const [, name = '', ...values] of text.matchAll(pattern)) {
      const value = values.find((candidate) => candidate !== undefined) ?? '';
      if (isSecretLiteral(name, value)) names.add(name);
    }
  }
  return [
    ...secrets,
    ...[...names].map((name) => ({ rule: plaintextRules.named, problem: `sets ${name} to a literal` })),
  ];
}
