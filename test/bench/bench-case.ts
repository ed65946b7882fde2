/** One number of a measurement, and the row of the table it belongs to. */
export interface Figure {
  readonly row: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'files';
}

/** Something to measure at each size. It runs in a process of its own, so that nothing is warm and the peak of memory is its own. */
export interface BenchCase {
  readonly name: string;
  /** What needs not be measured (defining constructs, say) is done before the clock starts. Undefined when this machine has not what it takes. */
  measure(services: number, folder: string): readonly Figure[] | undefined;
  /** Largest number of services worth the wait. @default no limit */
  readonly most?: number;
  /** The work is done by a program that this process starts, so that its own memory says nothing. @default false */
  readonly external?: boolean;
}

/** What a step returns, and a figure of the time it took. */
export function timed<T>(row: string, step: () => T): readonly [T, Figure] {
  globalThis.gc?.();
  const began = performance.now();
  const result = step();
  return [result, { row, value: performance.now() - began, unit: 'ms' }];
}

/** A figure that sums others of the same unit. */
export function sum(row: string, figures: readonly Figure[]): Figure {
  return { row, value: figures.reduce((total, { value }) => total + value, 0), unit: figures[0]?.unit ?? 'ms' };
}
