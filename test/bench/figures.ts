import type { Figure } from './bench-case.ts';

/** The figures of all measurements: row, then services, then the median. Rows keep the order in which they came. */
export class Figures {
  readonly #rows = new Map<
    string,
    { readonly unit: Figure['unit'] | undefined; readonly values: Map<number, number> }
  >();

  /** Adds what several runs of one case at one size gave. No runs at all leave a row that says so. */
  add(name: string, services: number, runs: readonly (readonly Figure[])[]): void {
    if (runs.length === 0 && !this.#rows.has(name)) this.#rows.set(name, { unit: undefined, values: new Map() });
    for (const { row, unit } of runs[0] ?? []) {
      const values = runs.flatMap((figures) =>
        figures.filter((figure) => figure.row === row).map(({ value }) => value),
      );
      const known = this.#rows.get(row) ?? { unit, values: new Map<number, number>() };
      known.values.set(services, median(values));
      this.#rows.set(row, known);
    }
  }

  get(row: string, services: number): number | undefined {
    return this.#rows.get(row)?.values.get(services);
  }

  /** How many times as much one row is as another. */
  ratio(row: string, to: string, services: number): number | undefined {
    const [a, b] = [this.get(row, services), this.get(to, services)];
    return a === undefined || b === undefined ? undefined : a / b;
  }

  /** What twice as many services cost, from one size to the next: 2 is linear. */
  growth(row: string, from: number, to: number): number | undefined {
    const ratio = [this.get(row, from), this.get(row, to)] as const;
    return ratio[0] === undefined || ratio[1] === undefined
      ? undefined
      : (ratio[1] / ratio[0]) ** (1 / Math.log2(to / from));
  }

  /** Lines of a table, one column per size and one for the growth over the two largest. */
  *table(sizes: readonly number[]): Generator<string> {
    const [from = 0, to = 0] = sizes.slice(-2);
    yield line('services of six objects', [...sizes.map((size) => size.toLocaleString('en')), 'per doubling']);
    for (const [row, { unit, values }] of this.#rows) {
      if (values.size === 0) yield line(row, ['not on this machine']);
      else {
        const cells = sizes.map((size) =>
          values.has(size) ? `${Math.round(values.get(size) ?? 0).toLocaleString('en')} ${unit}` : '-',
        );
        const growth = unit === 'files' ? undefined : this.growth(row, from, to);
        yield line(row, [...cells, growth === undefined ? '' : `x ${growth.toFixed(2)}`]);
      }
    }
  }
}

function line(row: string, cells: readonly string[]): string {
  return `${row.padEnd(46)}${cells.map((cell) => cell.padStart(14)).join('')}`.trimEnd();
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
