import { recordLine } from './run-context.ts';

/** Something that the tests saw happen. */
export interface Fact {
  readonly area: string;
  readonly fact: string;
  readonly figure?: string;
}

/** Something that the tests could not look at, and why. */
export interface Gap {
  readonly area: string;
  readonly what: string;
  readonly why: string;
}

/** File of the run with one `Fact` a line. */
export const FACTS_FILE = 'facts.jsonl';

/** File of the run with one `Gap` a line. */
export const GAPS_FILE = 'not-shown.jsonl';

/** Adds a proved fact to the report, with the figure that backs it. Call it after the assertions that prove it. */
export function proved(area: string, fact: string, figure?: string | number): void {
  recordLine(FACTS_FILE, { area, fact, ...(figure === undefined ? {} : { figure: String(figure) }) });
}

/** Adds to the report what was not shown. */
export function notShown(area: string, what: string, why: string): void {
  recordLine(GAPS_FILE, { area, what, why });
}
