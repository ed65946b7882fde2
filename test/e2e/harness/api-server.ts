import { join } from 'node:path';
import type { ClusterCredentials } from './credentials.ts';
import { answersOk } from './probes.ts';
import { type RunningServer, startServer } from './process.ts';
import { program } from './run-context.ts';

/** What an API server needs; the same spec starts it again with the same address, certificate and keys. */
export interface ApiServerSpec {
  readonly folder: string;
  readonly port: number;
  readonly etcdUrl: string;
  readonly credentials: ClusterCredentials;
  readonly extraArgs: readonly string[];
}

/** Folder in which the server makes its own certificate on first start. */
export function certificateFolder(spec: ApiServerSpec): string {
  return join(spec.folder, 'certificates');
}

/** Starts the API server with RBAC and the admission plugins that are on by default, Pod Security among them. */
export function startApiServer(spec: ApiServerSpec): Promise<RunningServer> {
  const { credentials } = spec;
  return startServer({
    name: 'kube-apiserver',
    command: program('kube-apiserver', 'kubernetes'),
    args: [
      `--etcd-servers=${spec.etcdUrl}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${spec.port}`,
      `--cert-dir=${certificateFolder(spec)}`,
      // Without it the server looks for an outer network interface. The address is of a documentation
      // range, and with no reconciler nobody is ever sent there.
      '--advertise-address=192.0.2.1',
      '--endpoint-reconciler-type=none',
      '--service-cluster-ip-range=10.96.0.0/16',
      `--token-auth-file=${credentials.tokenFile}`,
      '--authorization-mode=RBAC',
      '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
      `--service-account-key-file=${credentials.serviceAccountKey}`,
      `--service-account-signing-key-file=${credentials.serviceAccountKey}`,
      // As every installer sets it: Pod Security decides about privileged containers, not this switch.
      '--allow-privileged=true',
      // A watch would otherwise hold up the end for a minute.
      '--shutdown-watch-termination-grace-period=1s',
      ...spec.extraArgs,
    ],
    logFile: join(spec.folder, 'kube-apiserver.log'),
    ready: () => answersOk(`https://127.0.0.1:${spec.port}/readyz`),
    readyTimeoutMs: 120_000,
    stopTimeoutMs: 15_000,
  });
}
