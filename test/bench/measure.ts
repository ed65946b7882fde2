/** The process that measures one case at one size: `node measure.ts <case> <services>`. Prints its figures as JSON, or `null`. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './bench-case.ts';
import { cases } from './cases/index.ts';

const [name, services] = process.argv.slice(2);
const found = cases.find((each) => each.name === name);
if (!found) throw new Error(`no case is called ${name}`);

// In memory where possible, for all alike: the figures are of programs, and a disk differs more from one minute to the next than they do.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fairlead-bench-'));
try {
  const figures = found.measure(Number(services), folder);
  const memory: Figure = { row: `${name}: peak memory`, value: process.resourceUsage().maxRSS / 1024, unit: 'MB' };
  process.stdout.write(JSON.stringify(figures ? [...figures, ...(found.external ? [] : [memory])] : null));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
