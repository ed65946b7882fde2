import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type ApiServerSpec, certificateFolder, startApiServer } from './api-server.ts';
import { type ControllerContext, startControllerManager, startScheduler } from './controllers.ts';
import { createCredentials } from './credentials.ts';
import { startEtcd } from './etcd.ts';
import { KubeClient } from './kube-client.ts';
import { kubeconfigFor } from './kubeconfig.ts';
import { addNode, startKwok } from './kwok.ts';
import { freePort } from './ports.ts';
import type { RunningServer } from './process.ts';
import { scratchFolder } from './run-context.ts';
import { simulateCloud } from './simulate.ts';
import { until } from './until.ts';

/** What a test wants of its cluster. */
export interface ControlPlaneOptions {
  readonly name?: string;
  /** Names of simulated nodes. Any node brings the controller manager, the scheduler, kwok and a simulated cloud. */
  readonly nodes?: readonly string[];
  /** The controller manager alone, for default ServiceAccounts and garbage collection. */
  readonly controllers?: boolean;
  readonly apiServerArgs?: readonly string[];
}

/** A cluster on the loopback address. */
export interface ControlPlane {
  readonly name: string;
  readonly folder: string;
  readonly url: string;
  /** Acts as a member of `system:masters`. */
  readonly client: KubeClient;
  /** Path of a kubeconfig for the same user, with mode 0600. */
  readonly kubeconfig: string;
  readonly caFile: string;
  /** Seconds from start until ready, of each server. */
  readonly startSeconds: Readonly<Record<string, number>>;
  stopApiServer(): Promise<void>;
  /** Starts the API server again at the same address; returns the seconds until it was ready. */
  startApiServer(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts etcd and kube-apiserver, and the other components that the options ask for. */
export async function startControlPlane(options: ControlPlaneOptions = {}): Promise<ControlPlane> {
  const { name = 'cluster', nodes = [], controllers = nodes.length > 0, apiServerArgs = [] } = options;
  const folder = scratchFolder(name);
  const cleanups: (() => unknown)[] = [];
  const stop = async () => {
    for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) await cleanup();
  };
  const startSeconds: Record<string, number> = {};
  const track = <S extends RunningServer>(server: S): S => {
    startSeconds[server.name] = server.startSeconds;
    cleanups.push(() => server.stop());
    return server;
  };

  try {
    const etcd = track(await startEtcd(folder));
    const credentials = createCredentials(folder);
    const spec: ApiServerSpec = {
      folder,
      port: await freePort(),
      etcdUrl: etcd.url,
      credentials,
      extraArgs: apiServerArgs,
    };
    let apiServer = await startApiServer(spec);
    startSeconds[apiServer.name] = apiServer.startSeconds;
    cleanups.push(() => apiServer.stop());

    const url = `https://127.0.0.1:${spec.port}`;
    const caFile = join(certificateFolder(spec), 'apiserver.crt');
    const client = new KubeClient({ url, ca: readFileSync(caFile, 'utf8'), token: credentials.adminToken });
    const kubeconfig = join(folder, 'kubeconfig');
    writeFileSync(kubeconfig, stringify(kubeconfigFor(client.connection, name)), { mode: 0o600 });
    const defaultNamespace = { apiVersion: 'v1', kind: 'Namespace', name: 'default' };
    await until(() => client.find(defaultNamespace), { what: 'the API server makes the namespace default' });

    const context: ControllerContext = { folder, kubeconfig, caFile, serviceAccountKey: credentials.serviceAccountKey };
    if (controllers) track(await startControllerManager(context));
    if (nodes.length > 0) {
      track(await startScheduler(context));
      track(await startKwok(context));
      for (const node of nodes) await addNode(client, node);
      const watchers = await simulateCloud(client);
      cleanups.push(() => {
        for (const watcher of watchers) watcher.stop();
      });
    }
    return {
      name,
      folder,
      url,
      client,
      kubeconfig,
      caFile,
      startSeconds,
      stop,
      stopApiServer: () => apiServer.stop(),
      startApiServer: async () => {
        apiServer = await startApiServer(spec);
        return apiServer.startSeconds;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
