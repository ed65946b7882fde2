import { join } from 'node:path';
import { freePort } from './ports.ts';
import { answersOk } from './probes.ts';
import { type RunningServer, startServer } from './process.ts';
import { program } from './run-context.ts';

/** What the controllers of a cluster have in common. */
export interface ControllerContext {
  readonly folder: string;
  readonly kubeconfig: string;
  readonly caFile: string;
  readonly serviceAccountKey: string;
}

async function startKubeComponent(
  name: string,
  context: ControllerContext,
  args: readonly string[],
): Promise<RunningServer> {
  const port = await freePort();
  return startServer({
    name,
    command: program(name, 'kubernetes'),
    args: [
      `--kubeconfig=${context.kubeconfig}`,
      '--leader-elect=false',
      '--bind-address=127.0.0.1',
      `--secure-port=${port}`,
      `--cert-dir=${join(context.folder, `${name}-certificates`)}`,
      ...args,
    ],
    logFile: join(context.folder, `${name}.log`),
    ready: () => answersOk(`https://127.0.0.1:${port}/healthz`),
  });
}

/** Starts the controllers behind Deployments, ServiceAccounts, garbage collection and so on. */
export function startControllerManager(context: ControllerContext): Promise<RunningServer> {
  return startKubeComponent('kube-controller-manager', context, [
    '--use-service-account-credentials=true',
    `--service-account-private-key-file=${context.serviceAccountKey}`,
    `--root-ca-file=${context.caFile}`,
  ]);
}

/** Starts the scheduler. */
export function startScheduler(context: ControllerContext): Promise<RunningServer> {
  return startKubeComponent('kube-scheduler', context, []);
}
