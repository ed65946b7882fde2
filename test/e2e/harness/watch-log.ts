import { setTimeout as sleep } from 'node:timers/promises';
import type { KubeClient } from './kube-client.ts';
import { KubeError } from './kube-http.ts';
import type { KindRef, KubeObject } from './kube-object.ts';
import type { WatchEvent } from './kube-watch.ts';

/** Keeps all changes of one kind in the order in which they happened, for questions that are asked afterwards. */
export class WatchLog {
  /** A restarted API server may have forgotten some steps in between, but no object's last state and no deletion. */
  readonly events: WatchEvent[] = [];
  readonly #known = new Map<string, KubeObject>();
  readonly #stop = new AbortController();
  readonly #listener: ((event: WatchEvent) => void) | undefined;

  constructor(onEvent?: (event: WatchEvent) => void) {
    this.#listener = onEvent;
  }

  /** Starts to record. What exists already comes first, as `ADDED`. The API server may come and go. */
  static async start(client: KubeClient, ref: KindRef, onEvent?: (event: WatchEvent) => void): Promise<WatchLog> {
    const log = new WatchLog(onEvent);
    const from = await log.#snapshot(client, ref);
    void log.#follow(client, ref, from);
    return log;
  }

  /** The first event that fits. */
  first(fits: (event: WatchEvent) => boolean): WatchEvent | undefined {
    return this.events.find(fits);
  }

  stop(): void {
    this.#stop.abort();
  }

  #add(type: WatchEvent['type'], object: KubeObject, resourceVersion: string): void {
    const uid = object.metadata.uid ?? '';
    if (type === 'DELETED') this.#known.delete(uid);
    else this.#known.set(uid, object);
    const event = { type, object, resourceVersion, at: Date.now() };
    this.events.push(event);
    this.#listener?.(event);
  }

  /** Adds what differs from what the log knows, and returns the revision from which to go on. */
  async #snapshot(client: KubeClient, ref: KindRef): Promise<string> {
    const { items, resourceVersion } = await client.list(ref);
    const present = new Set(items.map((item) => item.metadata.uid));
    for (const [uid, object] of this.#known) {
      if (!present.has(uid)) this.#add('DELETED', object, resourceVersion);
    }
    for (const object of items) {
      const { uid = '', resourceVersion: version = '' } = object.metadata;
      const known = this.#known.get(uid);
      if (known?.metadata.resourceVersion !== version) this.#add(known ? 'MODIFIED' : 'ADDED', object, version);
    }
    return resourceVersion;
  }

  async #follow(client: KubeClient, ref: KindRef, start: string): Promise<void> {
    const { signal } = this.#stop;
    let from = start;
    while (!signal.aborted) {
      try {
        for await (const { type, object, resourceVersion } of client.watch(ref, { from, signal })) {
          from = resourceVersion;
          this.#add(type, object, resourceVersion);
        }
      } catch (error) {
        // 410: the server has forgotten that revision, so the state is read anew. Anything else is a server away.
        const forgotten = error instanceof KubeError && error.status === 410;
        if (forgotten) from = await this.#snapshot(client, ref).catch(() => from);
      }
      await sleep(100, undefined, { signal }).catch(() => undefined);
    }
  }
}
