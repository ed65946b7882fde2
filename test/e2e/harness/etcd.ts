import { join } from 'node:path';
import { freePorts } from './ports.ts';
import { answersOk } from './probes.ts';
import { type RunningServer, startServer } from './process.ts';
import { program } from './run-context.ts';

/** Starts the store of one control plane and returns it with its address. */
export async function startEtcd(folder: string): Promise<RunningServer & { url: string }> {
  const [client, peer] = await freePorts(2);
  const url = `http://127.0.0.1:${client}`;
  const peerUrl = `http://127.0.0.1:${peer}`;
  const server = await startServer({
    name: 'etcd',
    command: program('etcd'),
    args: [
      `--data-dir=${join(folder, 'etcd')}`,
      `--listen-client-urls=${url}`,
      `--advertise-client-urls=${url}`,
      `--listen-peer-urls=${peerUrl}`,
      `--initial-advertise-peer-urls=${peerUrl}`,
      `--initial-cluster=default=${peerUrl}`,
      // Nothing here must survive a power cut, and waiting for the disk would slow every write.
      '--unsafe-no-fsync',
    ],
    logFile: join(folder, 'etcd.log'),
    ready: () => answersOk(`${url}/health`),
  });
  return { ...server, url };
}
