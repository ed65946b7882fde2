/** One thing wrong with a definition or with a file it brings: where it is, what it is, and how to mend it. */
export interface Issue {
  /** Stable code of the rule, `FL` and four digits; `npm run rules` lists them. */
  readonly code: string;
  /** Where: a path into the definition (`forge.credentials[0].url`), or a file and a place in it. */
  readonly path: string;
  /** What is wrong, with the value quoted by `quote`; no full stop at the end. */
  readonly problem: string;
  /** One concrete edit; no full stop at the end. */
  readonly fix: string;
  /** A warning is printed and does not stop a run. @default 'error' */
  readonly level?: 'error' | 'warning';
}

/** What ends a run: the definition is wrong. Carries every issue that was found, sorted, never only the first. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    const sorted = sortIssues(issues);
    super(sorted.map(formatIssue).join('\n'));
    this.issues = sorted;
  }
}

/** `FL1203 at forge.credentials[0].url: <problem>. Fix: <fix>.` */
export function formatIssue({ code, path, problem, fix }: Issue): string {
  return escapeControls(`${code} at ${path}: ${problem}. Fix: ${fix}.`);
}

/**
 * A value as an error text shows it: JSON, control and direction-changing characters escaped, cut after 120 characters. Of a list or
 * a map only the size or the keys are shown, and of a URL not its password: what stands there may be a secret.
 */
export function quote(value: unknown): string {
  const escaped = escapeControls(describe(value));
  // By characters, since half of one would not be text.
  const characters = [...escaped];
  return characters.length > 120 ? `${characters.slice(0, 119).join('')}…` : escaped;
}

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(withoutPassword(value));
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  const keys = Object.keys(value);
  return keys.length === 0 ? 'an empty object' : `an object with ${keys.map((key) => JSON.stringify(key)).join(', ')}`;
}

/** The text with what stands before the @ of a URL hidden: a password, or a token. Nobody's secret is the user `git`. */
export function withoutPassword(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/)(?!git@[^@]*$)\S*@/gi, '$1***@');
}

/** The name in `known` that `name` is most likely a slip for, or undefined when none is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `did you mean "prod"?`, or the list of what is possible. */
export function suggest(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return `did you mean ${quote(near)}?`;
  return known.length === 0 ? 'there is none to name yet' : `use one of ${known.map(quote).join(', ')}`;
}

function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  const key = ({ path, code, problem }: Issue) => `${path}\u0000${code}\u0000${problem}`;
  const unique = new Map(issues.map((issue) => [key(issue), issue]));
  return [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, issue]) => issue);
}

/** Terminals obey control characters, and readers are misled by invisible ones: both are shown, never sent. */
function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (c) => {
    const code = c.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours ("prdo" is one from "prod"). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
