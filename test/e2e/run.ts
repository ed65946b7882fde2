import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildEngines } from './harness/build-all.ts';
import { ENGINES } from './harness/engines.ts';
import { endLeftovers } from './harness/leftovers.ts';
import { writeReport } from './harness/report.ts';
import { createRun } from './harness/run-context.ts';
import { missingTools } from './harness/tools.ts';

/** The machine lacks something: no test has run. */
const ENVIRONMENT = 3;
const INTERRUPTED = 130;

const say = (line: string) => console.log(line);
const secondsSince = (start: number) => Math.round((Date.now() - start) / 1000);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());

/** Runs the test files and returns vitest's exit code. */
function runTests(args: readonly string[]): Promise<number> {
  const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')));
  const config = fileURLToPath(new URL('vitest.config.ts', import.meta.url));
  // Killed outright, this process still takes the tests along, and they their servers.
  const command = ['--pdeathsig', 'TERM', '--', process.execPath, vitest, 'run', '--config', config, ...args];
  const child = spawn('setpriv', command, { stdio: 'inherit' });
  stop.signal.addEventListener('abort', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(stop.signal.aborted ? INTERRUPTED : (code ?? 1)));
  });
}

/** Tools, engines, tests, report, in this order; each stops the run when it fails. */
async function main(args: readonly string[]): Promise<number> {
  const missing = await missingTools();
  if (missing.length > 0) {
    for (const line of missing) console.error(line);
    return ENVIRONMENT;
  }

  const buildStart = Date.now();
  const engines = await buildEngines(ENGINES, say, stop.signal).catch((error: Error) => {
    console.error(stop.signal.aborted ? 'Interrupted; what was half built is removed.' : error.message);
    return undefined;
  });
  if (!engines) return stop.signal.aborted ? INTERRUPTED : ENVIRONMENT;
  const buildSeconds = secondsSince(buildStart);

  const run = createRun(engines);
  const testStart = Date.now();
  const code = await runTests(args);
  const left = endLeftovers(`FAIRLEAD_E2E_RUN=${run}`);
  if (left > 0) say(`Ended ${left} processes that the tests had left behind.`);

  const outcome = { passed: code === 0, testSeconds: secondsSince(testStart), buildSeconds };
  say(`Report: ${writeReport(run, outcome, engines)}`);
  if (code === 0) rmSync(run, { recursive: true, force: true });
  else say(`Logs and data of the servers are kept in ${run}`);
  return code;
}

process.exitCode = await main(process.argv.slice(2));
