import { join } from 'node:path';
import type { ControllerContext } from './controllers.ts';
import type { KubeClient } from './kube-client.ts';
import { writeStages } from './kwok-stages.ts';
import { freePort } from './ports.ts';
import { answersOk } from './probes.ts';
import { type RunningServer, startServer } from './process.ts';
import { program } from './run-context.ts';

const ROOM = { cpu: '64', memory: '256Gi', 'ephemeral-storage': '1Ti', pods: '500' };

/** Starts kwok, which reports nodes and their pods as running without running anything. */
export async function startKwok(context: ControllerContext): Promise<RunningServer> {
  const port = await freePort();
  return startServer({
    name: 'kwok',
    command: program('kwok'),
    args: [
      `--kubeconfig=${context.kubeconfig}`,
      // It brings no behaviour of its own.
      `--config=${writeStages(context.folder)}`,
      '--manage-all-nodes=true',
      '--node-ip=127.0.0.1',
      '--node-lease-duration-seconds=40',
      `--server-address=127.0.0.1:${port}`,
    ],
    // Whatever configuration the user's home has must not count.
    env: { HOME: context.folder },
    logFile: join(context.folder, 'kwok.log'),
    ready: () => answersOk(`http://127.0.0.1:${port}/healthz`),
  });
}

/** Adds a simulated node with room for every test. */
export async function addNode(client: KubeClient, name: string, labels: Record<string, string> = {}): Promise<void> {
  await client.apply({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64', ...labels },
    },
  });
  await client.patch(
    { apiVersion: 'v1', kind: 'Node', name },
    { status: { allocatable: ROOM, capacity: ROOM } },
    'status',
  );
}
