import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BuiltEngine } from './build.ts';
import { FACTS_FILE, type Fact, GAPS_FILE, type Gap } from './facts.ts';

/** How the run as a whole went. */
export interface Outcome {
  readonly passed: boolean;
  readonly testSeconds: number;
  readonly buildSeconds: number;
}

function lines<T>(file: string): T[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const row = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row), ''];
}

function byArea<T extends { area: string }>(entries: readonly T[]): [string, T[]][] {
  return [...Map.groupBy(entries, (entry) => entry.area)].sort(([a], [b]) => a.localeCompare(b));
}

/** The report as Markdown. */
export function renderReport(
  outcome: Outcome,
  engines: readonly BuiltEngine[],
  facts: readonly Fact[],
  gaps: readonly Gap[],
): string {
  const { passed, testSeconds, buildSeconds } = outcome;
  return [
    '# What the real engines showed',
    '',
    passed ? 'All tests passed.' : '**Tests failed**: only what is listed as proved below was seen.',
    `Engines were ready after ${buildSeconds} s, the tests took ${testSeconds} s.`,
    '',
    '## Proved',
    '',
    ...byArea(facts).flatMap(([area, entries]) => [
      `### ${area}`,
      '',
      ...table(
        ['Fact', 'Figure'],
        entries.map(({ fact, figure }) => [fact, figure ?? '']),
      ),
    ]),
    '## Engines',
    '',
    'Seconds of the build that filled the cache; Go compiles less again when its own cache is warm.',
    '',
    ...table(
      ['Engine', 'Pinned module', 'Go', 'Build', 'In this run'],
      engines.map((engine) => [
        engine.name,
        engine.module,
        engine.goVersion,
        `${engine.buildSeconds} s`,
        engine.cached ? 'from the cache' : 'built',
      ]),
    ),
    '## Not shown',
    '',
    ...(gaps.length === 0 ? ['Nothing was left out by name.', ''] : []),
    ...byArea(gaps).flatMap(([area, entries]) => [
      `### ${area}`,
      '',
      ...table(
        ['What', 'Why'],
        entries.map(({ what, why }) => [what, why]),
      ),
    ]),
  ].join('\n');
}

/** Where the report goes. */
export function reportPath(): string {
  return process.env.FAIRLEAD_E2E_REPORT || join(tmpdir(), 'fairlead-e2e-report.md');
}

/** Gathers what the test files of a run recorded, writes the report and returns its path. */
export function writeReport(run: string, outcome: Outcome, engines: readonly BuiltEngine[]): string {
  const facts = lines<Fact>(join(run, FACTS_FILE));
  const gaps = lines<Gap>(join(run, GAPS_FILE));
  const path = reportPath();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, renderReport(outcome, engines, facts, gaps));
  return path;
}
