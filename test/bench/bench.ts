/**
 * `npm run bench`: what rendering and writing cost, beside stock cdk8s, kustomize and helm on the same objects. Exits with 1 when a requirement
 * is missed. `--services 100,400` measures other sizes, `--runs 1` once instead of three times.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchCase, Figure } from './bench-case.ts';
import { cases } from './cases/index.ts';
import { Figures } from './figures.ts';
import { judge, requirements } from './requirements.ts';

const { values } = parseArgs({
  options: { services: { type: 'string', default: '100,400,1000,2000' }, runs: { type: 'string', default: '3' } },
});
const sizes = values.services.split(',').map(Number);
const runs = Number(values.runs);

if (![...sizes, runs].every((n) => Number.isSafeInteger(n) && n > 0))
  throw new Error('--services and --runs take whole numbers above 0');

/** After a run that took this long, the others are not worth the wait. */
const LONG_MS = 30_000;

function measure(bench: BenchCase, services: number): readonly Figure[] | undefined {
  const args = [...process.execArgv, join(import.meta.dirname, 'measure.ts'), bench.name, `${services}`];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) ?? undefined;
}

function measureRepeatedly(bench: BenchCase, services: number): (readonly Figure[])[] {
  const results: (readonly Figure[])[] = [];
  for (let run = 0; run < runs; run++) {
    const figures = measure(bench, services);
    if (figures === undefined) return [];
    results.push(figures);
    if (figures.some(({ unit, value }) => unit === 'ms' && value > LONG_MS)) break;
  }
  return results;
}

const figures = new Figures();
for (const bench of cases) {
  for (const services of sizes) {
    if (services > (bench.most ?? Number.POSITIVE_INFINITY)) continue;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${bench.name}, ${services} services`);
    const results = measureRepeatedly(bench, services);
    figures.add(bench.name, services, results);
    if (results.length === 0) break;
  }
}
if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');

for (const line of figures.table(sizes)) console.log(line);
console.log('');
const verdicts = requirements.map((requirement) => judge(requirement, figures));
for (const { line } of verdicts) console.log(line);
process.exitCode = verdicts.some(({ missed }) => missed) ? 1 : 0;
