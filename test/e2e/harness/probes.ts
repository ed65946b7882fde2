import { get } from 'node:http';
import { get as getSecure } from 'node:https';
import { connect } from 'node:net';

/** Whether something accepts connections on a loopback port. */
export function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** Whether a loopback address answers with status 200. Its certificate is not looked at: this only asks for life. */
export function answersOk(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const options = { rejectUnauthorized: false, timeout: 2_000 };
    const request = (url.startsWith('https:') ? getSecure : get)(url, options, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
