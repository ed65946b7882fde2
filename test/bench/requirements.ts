import type { Figures } from './figures.ts';

/** A bound that the figures must keep. */
export interface Requirement {
  readonly text: string;
  /** Undefined when the sizes that were measured do not tell. */
  actual(figures: Figures): number | undefined;
  readonly atLeast?: number;
  readonly atMost?: number;
}

const OURS = 'fairlead: render and write';
const STOCK = 'cdk8s App.synth';

export const requirements: readonly Requirement[] = [
  {
    text: 'render and write is 5 times as fast as App.synth at 1,000 services',
    actual: (f) => f.ratio(STOCK, OURS, 1000),
    atLeast: 5,
  },
  {
    text: 'render and write is 10 times as fast as App.synth at 2,000 services',
    actual: (f) => f.ratio(STOCK, OURS, 2000),
    atLeast: 10,
  },
  {
    text: 'twice the services take at most 2.3 times as long, from 400 to 1,000',
    actual: (f) => f.growth(OURS, 400, 1000),
    atMost: 2.3,
  },
  {
    text: 'twice the services take at most 2.3 times as long, from 1,000 to 2,000',
    actual: (f) => f.growth(OURS, 1000, 2000),
    atMost: 2.3,
  },
  {
    text: 'the emitter is 4 times as fast as the yaml package at 1,000 services',
    actual: (f) => f.ratio('emit YAML with the yaml package', 'emit YAML', 1000),
    atLeast: 4,
  },
  {
    text: 'a second run writes no file at 1,000 services',
    actual: (f) => f.get('fairlead: files written by the second run', 1000),
    atMost: 0,
  },
];

/** One line on how a requirement fares, and whether it is missed. */
export function judge(
  { text, actual, atLeast, atMost }: Requirement,
  figures: Figures,
): { readonly line: string; readonly missed: boolean } {
  const value = actual(figures);
  if (value === undefined) return { line: `not measured  ${text}`, missed: false };
  const missed = (atLeast !== undefined && value < atLeast) || (atMost !== undefined && value > atMost);
  return {
    line: `${missed ? 'MISSED      ' : 'kept        '}  ${text}: ${Number.isInteger(value) ? value : value.toFixed(2)}`,
    missed,
  };
}
