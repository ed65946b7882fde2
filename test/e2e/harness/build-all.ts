import { type BuiltEngine, buildEngine } from './build.ts';
import type { Engine } from './engines.ts';

const BUILDERS = 2;
const HEARTBEAT_MS = 30_000;

/** Builds what the cache lacks, two engines at a time, and says on one line each how it goes. */
export async function buildEngines(
  engines: readonly Engine[],
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<BuiltEngine[]> {
  const failed = new AbortController();
  const waiting = [...engines];
  const running = new Map<string, number>();
  const built: BuiltEngine[] = [];
  const seconds = (since: number) => Math.round((Date.now() - since) / 1000);

  const heartbeat = setInterval(() => {
    for (const [name, since] of running) say(`engine ${name}: still building, ${seconds(since)} s`);
  }, HEARTBEAT_MS);

  async function builder(): Promise<void> {
    for (let engine = waiting.shift(); engine; engine = waiting.shift()) {
      const { name } = engine;
      const started = Date.now();
      const result = await buildEngine(engine, AbortSignal.any([signal, failed.signal]), () => {
        running.set(name, started);
        say(`engine ${name}: building`);
      }).finally(() => running.delete(name));
      say(`engine ${name}: ${result.cached ? 'cached' : `built in ${seconds(started)} s`} (${result.module})`);
      built.push(result);
    }
  }

  const builders = Array.from({ length: BUILDERS }, builder);
  try {
    await Promise.all(builders);
  } finally {
    // One failure stops the other builder too, and is reported when nothing runs any more.
    failed.abort();
    await Promise.allSettled(builders);
    clearInterval(heartbeat);
  }
  const order = engines.map((engine) => engine.name);
  return built.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}
