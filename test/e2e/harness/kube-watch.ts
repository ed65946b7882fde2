import { bodyOf, failure, type KubeConnection, openRequest } from './kube-http.ts';
import type { KubeObject } from './kube-object.ts';

/** One change as the API server told it. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: KubeObject;
  /** Orders the changes of one server, across kinds too: they share one store. */
  readonly resourceVersion: string;
  /** When the event came in, in milliseconds. */
  readonly at: number;
}

/** Follows a collection; the generator ends when the server closes the stream or the signal aborts it. */
export async function* watchEvents(
  connection: KubeConnection,
  collection: string,
  options: { from?: string; signal?: AbortSignal },
): AsyncGenerator<WatchEvent> {
  const path = `${collection}?watch=true${options.from ? `&resourceVersion=${options.from}` : ''}`;
  const response = await openRequest(connection, 'GET', path, { signal: options.signal });
  const status = response.statusCode ?? 0;
  if (status >= 400) throw failure('GET', path, status, await bodyOf(response));
  let rest = '';
  for await (const chunk of response.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const { type, object } = JSON.parse(line);
      if (type === 'ERROR') throw failure('GET', path, object.code ?? 500, JSON.stringify(object));
      if (type === 'BOOKMARK') continue;
      yield { type, object, resourceVersion: object.metadata.resourceVersion, at: Date.now() };
    }
  }
}
