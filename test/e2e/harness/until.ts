import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait for something, and how to call it when it does not come. */
export interface Wait {
  readonly what: string;
  readonly timeoutMs?: number;
  readonly everyMs?: number;
}

/**
 * Asks again until the answer is neither `undefined`, `false` nor an error, and returns it.
 * When time is up, the message has the last error or, if `seen` is given, what was there instead.
 */
export async function until<T>(
  ask: () => Promise<T | undefined | false>,
  wait: Wait,
  seen?: () => unknown,
): Promise<T> {
  const { what, timeoutMs = 60_000, everyMs = 200 } = wait;
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      last = seen?.();
    } catch (error) {
      last = error instanceof Error ? error.message : error;
    }
    if (Date.now() >= deadline) {
      const detail = last === undefined ? '' : ` Last seen: ${typeof last === 'string' ? last : JSON.stringify(last)}`;
      throw new Error(`${what}: not so after ${timeoutMs / 1000} s.${detail}`);
    }
    await sleep(everyMs);
  }
}
