import { plaintextRules } from './plaintext-rules.ts';
import { isReference } from './references.ts';
import type { RuleText } from './rule-text.ts';

/** A secret that stands in clear in a text. */
export interface TextSecret {
  readonly rule: RuleText;
  /** In words that do not quote it. */
  readonly problem: string;
}

/** What secrets of well-known issuers look like. Each repetition is bounded or cannot start within another, so that time stays linear. */
const SHAPES: readonly (readonly [rule: RuleText, what: string, shape: RegExp])[] = [
  [
    plaintextRules.gitlab,
    'a GitLab token',
    /\b(?:gl(?:pat|dt|rt|rtr|cbt|ptt|ft|soat|imt|agent|oas|ffct|wt)-|GR1348941)[\w-]{16,300}/,
  ],
  [plaintextRules.github, 'a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{30,300}|github_pat_[A-Za-z0-9_]{22,300})/],
  [plaintextRules.aws, 'an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  [
    plaintextRules.slack,
    'a Slack token or webhook',
    /\b(?:xox[abpors]-|xapp-)[A-Za-z0-9-]{10,300}|hooks\.slack\.com\/services\/T\w{5}/,
  ],
  [plaintextRules.privateKey, 'a private key', /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY/],
  [
    plaintextRules.ageKey,
    'an age private key',
    /(?:AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{40}|age-secret-key-(?:pq-)?1[0-9a-z]{40})/,
  ],
  [plaintextRules.jwt, 'a JSON web token', /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8}/],
  // An image such as docker://nginx:1.27@sha256:... has the same form.
  [
    plaintextRules.urlPassword,
    'a URL with a password',
    /:\/\/[^\s/?#@:'"<>]{0,128}:(?<password>[^\s/?#@'"]{1,256})@(?!sha256:)/,
  ],
];
const ANY = new RegExp(SHAPES.map(([, , shape], i) => `(?<s${i}>${shape.source})`).join('|'), 'g');
/** Most strings hold none, and a plain test tells that at a third of the cost. */
const SOME = new RegExp(SHAPES.map(([, , shape]) => shape.source.replace('?<password>', '?:')).join('|'));
/** Documentation writes tokens as `glpat-xxxxxxxxxxxxxxxxxxxx`. */
const PLACEHOLDER = /[-_]([xX.*0])\1{7,}$/;

/** The tokens in this text, one of each kind. */
export function tokensIn(text: string): TextSecret[] {
  if (!SOME.test(text)) return [];
  const found = new Map<RuleText, TextSecret>();
  for (const { 0: match, groups } of text.matchAll(ANY)) {
    const password = groups?.password;
    const harmless =
      password === undefined ? PLACEHOLDER.test(match) : isReference(password) || /\$[({]|\{\{/.test(password);
    const shape = SHAPES.find((_, i) => groups?.[`s${i}`] !== undefined);
    if (shape && !harmless) found.set(shape[0], { rule: shape[0], problem: `holds ${shape[1]} in clear text` });
  }
  return [...found.values()];
}
