import { Discovery } from './kube-discovery.ts';
import { bodyOf, failure, type KubeConnection, KubeError, openRequest } from './kube-http.ts';
import { type KindRef, type KubeObject, type ObjectRef, refOf } from './kube-object.ts';
import { type WatchEvent, watchEvents } from './kube-watch.ts';

/** Options of a server-side apply. */
export interface ApplyOptions {
  readonly manager?: string;
  readonly dryRun?: boolean;
  /** Takes fields over from other managers; on by default. */
  readonly force?: boolean;
  /** Unknown and duplicate fields are errors; on by default. */
  readonly strict?: boolean;
}

const PATCH_TYPES = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  apply: 'application/apply-patch+yaml',
} as const;

/** A small client of the Kubernetes API for objects of any kind. */
export class KubeClient {
  readonly connection: KubeConnection;
  readonly discovery: Discovery;

  constructor(connection: KubeConnection) {
    this.connection = connection;
    this.discovery = new Discovery((path) => this.request('GET', path));
  }

  /** The same server as another user; the impersonation is the server's own. */
  as(user: string, groups: readonly string[] = []): KubeClient {
    return new KubeClient({ ...this.connection, impersonate: { user, groups } });
  }

  /** The same server with another bearer token. */
  withToken(token: string): KubeClient {
    return new KubeClient({ ...this.connection, token, impersonate: undefined });
  }

  /** Any request; the answer is parsed, and a status of 400 or more is a `KubeError`. */
  async request<T>(method: string, path: string, body?: unknown, contentType?: string): Promise<T> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const response = await openRequest(this.connection, method, path, { body: text, contentType });
    const answer = await bodyOf(response);
    const status = response.statusCode ?? 0;
    if (status >= 400) throw failure(method, path, status, answer);
    return (answer.startsWith('{') ? JSON.parse(answer) : answer) as T;
  }

  /** The object, or nothing when it does not exist. */
  async find(ref: ObjectRef): Promise<KubeObject | undefined> {
    return this.get(ref).catch((error: unknown) => {
      if (error instanceof KubeError && error.status === 404) return undefined;
      throw error;
    });
  }

  async get(ref: ObjectRef): Promise<KubeObject> {
    return this.request('GET', await this.#path(ref));
  }

  /** Items of a list with their kind filled in, and the revision at which the list was true. */
  async list(ref: KindRef, labelSelector?: string): Promise<{ items: KubeObject[]; resourceVersion: string }> {
    const query = labelSelector ? `?labelSelector=${encodeURIComponent(labelSelector)}` : '';
    type List = { items: KubeObject[]; metadata: { resourceVersion: string } };
    const list = await this.request<List>('GET', (await this.discovery.collection(ref)) + query);
    const items = list.items.map((item) => ({ ...item, apiVersion: ref.apiVersion, kind: ref.kind }));
    return { items, resourceVersion: list.metadata.resourceVersion };
  }

  /** Creates with strict field validation. */
  async create(object: KubeObject, options: { dryRun?: boolean } = {}): Promise<KubeObject> {
    const path = await this.discovery.collection(refOf(object));
    const dryRun = options.dryRun ? '&dryRun=All' : '';
    return this.request('POST', `${path}?fieldValidation=Strict${dryRun}`, object);
  }

  /** Server-side apply. */
  async apply(object: KubeObject, options: ApplyOptions = {}): Promise<KubeObject> {
    const query = new URLSearchParams({
      fieldManager: options.manager ?? 'fairlead-e2e',
      fieldValidation: options.strict === false ? 'Ignore' : 'Strict',
      force: String(options.force ?? true),
      ...(options.dryRun ? { dryRun: 'All' } : {}),
    });
    return this.request('PATCH', `${await this.#path(refOf(object))}?${query}`, object, PATCH_TYPES.apply);
  }

  /** A merge patch, or a JSON patch when it is a list; `subresource` is for example `status`. */
  async patch(ref: ObjectRef, patch: object, subresource?: string): Promise<KubeObject> {
    const path = (await this.#path(ref)) + (subresource ? `/${subresource}` : '');
    return this.request('PATCH', path, patch, Array.isArray(patch) ? PATCH_TYPES.json : PATCH_TYPES.merge);
  }

  /** Deletes; an object that is not there is fine. */
  async delete(ref: ObjectRef, propagationPolicy = 'Background'): Promise<void> {
    await this.request('DELETE', await this.#path(ref), { propagationPolicy }).catch((error: unknown) => {
      if (!(error instanceof KubeError && error.status === 404)) throw error;
    });
  }

  /** Events from now, or from a revision, until the signal or the server ends it. */
  async *watch(ref: KindRef, options: { from?: string; signal?: AbortSignal } = {}): AsyncGenerator<WatchEvent> {
    yield* watchEvents(this.connection, await this.discovery.collection(ref), options);
  }

  async #path(ref: ObjectRef): Promise<string> {
    return `${await this.discovery.collection(ref)}/${encodeURIComponent(ref.name)}`;
  }
}
