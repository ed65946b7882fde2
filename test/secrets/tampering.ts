/** The encrypted sample that is tampered with, and parts of it. */
export interface Original {
  /** For `mine` alone. */
  readonly good: string;
  /** For `mine` and `other`. */
  readonly foreign: string;
  readonly mine: string;
  readonly other: string;
  /** The first encrypted value of `good`. */
  readonly value: string;
  /** The armored data key in `good`, with its indentation. */
  readonly enc: string;
}

/** Its name, the edit, and what the issues must say, one pattern for each. */
export type Tampering = readonly [name: string, tamper: (original: Original) => string, expected: readonly RegExp[]];
