import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { proved } from './facts.ts';
import { type ServerSpec, startServer } from './process.ts';
import { scratchFolder } from './run-context.ts';
import { until } from './until.ts';

const AREA = 'Harness';

/** A stand-in server with a child of its own; it says both ids and ignores SIGTERM when told to. */
const SERVER = `
  const { spawn } = require('node:child_process');
  if (process.argv[1] === 'stubborn') process.on('SIGTERM', () => undefined);
  const child = spawn('sleep', ['300']);
  require('node:fs').writeFileSync('pids', process.pid + ' ' + child.pid);
  setInterval(() => undefined, 1000);
`;

function spec(folder: string, options: Partial<ServerSpec> & { mode?: string } = {}): ServerSpec {
  const { mode = 'mild', ...rest } = options;
  return {
    name: 'stand-in',
    command: process.execPath,
    args: ['-e', SERVER, mode],
    logFile: join(folder, 'stand-in.log'),
    ready: async () => existsSync(join(folder, 'pids')),
    ...rest,
  };
}

function pids(folder: string): number[] {
  return readFileSync(join(folder, 'pids'), 'utf8').split(' ').map(Number);
}

/** A process that ended but was not yet waited for is gone for our purpose. */
function lives(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && readFileSync(stat, 'utf8').split(') ')[1]?.[0] !== 'Z';
}

async function allGone(folder: string): Promise<void> {
  await until(async () => !pids(folder).some(lives), { what: 'both processes are gone', timeoutMs: 5_000 });
}

describe('a server', () => {
  test('that is stopped takes its children along', async () => {
    const folder = scratchFolder('process');
    const server = await startServer(spec(folder));
    expect(pids(folder).map(lives)).toEqual([true, true]);
    await server.stop();
    await allGone(folder);
  });

  test('that ignores SIGTERM is killed', async () => {
    const folder = scratchFolder('process');
    const server = await startServer(spec(folder, { mode: 'stubborn', stopTimeoutMs: 300 }));
    await server.stop();
    await allGone(folder);
  });

  test('that never becomes ready is ended, and the error names its log', async () => {
    const folder = scratchFolder('process');
    const start = startServer(spec(folder, { ready: async () => false, readyTimeoutMs: 1_000 }));
    await expect(start).rejects.toThrow(join(folder, 'stand-in.log'));
    await allGone(folder);
  });

  test('that fails at its start is reported with the end of its log', async () => {
    const folder = scratchFolder('process');
    const args = ['-e', 'console.error("no such option"); process.exit(7)'];
    await expect(startServer(spec(folder, { args }))).rejects.toThrow(/ended with code 7[\s\S]*no such option/);
  });
});

test.each(['SIGKILL', 'SIGTERM', 'SIGINT', 'exception'])('no server outlives the tests after %s', async (way) => {
  const folder = scratchFolder('process');
  const script = fileURLToPath(new URL('fixtures/start-and-end.ts', import.meta.url));
  const tests = spawn(process.execPath, [script, folder, way], { stdio: 'ignore' });
  const ended = new Promise((resolve) => tests.on('exit', resolve));
  await until(async () => existsSync(join(folder, 'started')), { what: 'the server has started', timeoutMs: 10_000 });
  if (way !== 'exception') tests.kill(way as NodeJS.Signals);
  await ended;
  await until(async () => !lives(pids(folder)[0] as number), { what: 'the server is gone', timeoutMs: 5_000 });
  proved(AREA, `No server outlives the tests when they end by ${way}`, 'all processes gone within 5 s');
});
