import { expect, it } from 'vitest';
import { type InputFiles, issuesOf } from './issues-of.ts';

/** A definition that no rule says anything about. */
export function accepts(title: string, props: unknown, files?: InputFiles): void {
  it(title, () => expect(issuesOf(props, files)).toEqual([]));
}

/** A definition with exactly these issues. */
export function reports(title: string, props: unknown, texts: readonly string[], files?: InputFiles): void {
  it(title, () => expect(issuesOf(props, files)).toEqual(texts));
}
