import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { register, signalGroup } from './children.ts';

/** A server to start, and how to know that it serves. */
export interface ServerSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Both outputs go there, appended, so that a restart keeps what came before. */
  readonly logFile: string;
  /** Asked again until it says true; an error counts as false. */
  readonly ready: () => Promise<boolean>;
  readonly readyTimeoutMs?: number;
  readonly stopTimeoutMs?: number;
}

/** A running server. */
export interface RunningServer {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** From start until ready. */
  readonly startSeconds: number;
  /** Ends with SIGTERM, and with SIGKILL for the whole process group when that takes too long. */
  stop(): Promise<void>;
  /** Ends at once, as a crash would. */
  kill(): Promise<void>;
}

function tail(file: string, lines = 25): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

/** Starts a server and returns when it is ready; otherwise nothing of it stays, and the error quotes its log. */
export async function startServer(spec: ServerSpec): Promise<RunningServer> {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a');
  const started = Date.now();
  // The kernel ends the server when this process dies, also by SIGKILL, which no handler of ours sees.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', spec.command, ...spec.args], {
    cwd: spec.cwd ?? dirname(spec.logFile),
    env: { ...process.env, ...spec.env },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const release = register(child);
  let ended: string | undefined;
  const end = new Promise<void>((resolve) => {
    const finish = (how: string) => {
      ended = how;
      resolve();
    };
    child.on('error', (error) => finish(error.message));
    child.on('exit', (code, signal) => finish(signal ? `ended by ${signal}` : `ended with code ${code}`));
  });

  async function finish(signal: NodeJS.Signals, patienceMs: number): Promise<void> {
    signalGroup(child, signal);
    await Promise.race([end, sleep(patienceMs, undefined, { ref: false })]);
    // Also after a clean end: what it started must not outlive it.
    signalGroup(child, 'SIGKILL');
    await end;
    release();
  }

  const deadline = started + (spec.readyTimeoutMs ?? 60_000);
  // An end is looked at after the probe: another program on the same port may have answered it.
  for (;;) {
    const ready = await spec.ready().catch(() => false);
    if (ready && ended === undefined) break;
    if (ended === undefined && Date.now() < deadline) {
      await sleep(100);
      continue;
    }
    const reason = ended ?? `not ready after ${(Date.now() - started) / 1000} s`;
    await finish('SIGKILL', 0);
    throw new Error(`${spec.name}: ${reason}. Its log, ${spec.logFile}, ends with:\n${tail(spec.logFile)}`);
  }
  return {
    name: spec.name,
    pid: child.pid as number,
    logFile: spec.logFile,
    startSeconds: (Date.now() - started) / 1000,
    stop: () => finish('SIGTERM', spec.stopTimeoutMs ?? 10_000),
    kill: () => finish('SIGKILL', 0),
  };
}
