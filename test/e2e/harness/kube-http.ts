import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';

/** How to reach an API server, and as whom. */
export interface KubeConnection {
  readonly url: string;
  /** The certificate that the server presents, in PEM. */
  readonly ca: string;
  readonly token: string;
  /** Acts as somebody else, which the bearer of the token must be allowed to. */
  readonly impersonate?: { readonly user: string; readonly groups?: readonly string[] };
}

/** An answer of the API server that is no success. */
export class KubeError extends Error {
  readonly status: number;
  readonly reason: string;

  constructor(status: number, reason: string, message: string) {
    super(message);
    this.name = 'KubeError';
    this.status = status;
    this.reason = reason;
  }
}

const agents = new Map<string, Agent>();

function agentFor(ca: string): Agent {
  const known = agents.get(ca);
  if (known) return known;
  const agent = new Agent({ ca, keepAlive: true });
  agents.set(ca, agent);
  return agent;
}

/** Sends one request and returns the response as soon as its head is there. */
export function openRequest(
  connection: KubeConnection,
  method: string,
  path: string,
  options: { body?: string; contentType?: string; signal?: AbortSignal } = {},
): Promise<IncomingMessage> {
  const { impersonate } = connection;
  const headers: Record<string, string | string[]> = {
    authorization: `Bearer ${connection.token}`,
    accept: 'application/json',
    ...(options.body === undefined ? {} : { 'content-type': options.contentType ?? 'application/json' }),
    ...(impersonate ? { 'impersonate-user': impersonate.user } : {}),
    ...(impersonate?.groups?.length ? { 'impersonate-group': [...impersonate.groups] } : {}),
  };
  return new Promise((resolve, reject) => {
    const { signal, body } = options;
    const outgoing = request(
      new URL(path, connection.url),
      { method, headers, agent: agentFor(connection.ca), signal },
      resolve,
    );
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed a connection that was kept for reuse, so it has not seen this request.
      if (outgoing.reusedSocket && error.code === 'ECONNRESET') {
        openRequest(connection, method, path, options).then(resolve, reject);
      } else reject(error);
    });
    outgoing.end(body);
  });
}

/** The whole body of a response. */
export async function bodyOf(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return text;
}

/** Turns the body of a failed request into an error with the server's own words. */
export function failure(method: string, path: string, status: number, body: string): KubeError {
  let parsed: { reason?: string; message?: string } = {};
  try {
    parsed = JSON.parse(body);
  } catch {
    parsed = { message: body };
  }
  const message = `${method} ${path}: ${status} ${parsed.message ?? ''}`.trim();
  return new KubeError(status, parsed.reason ?? '', message);
}
