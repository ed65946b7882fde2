import { APPLICATION_HEALTH_KEY, ARGOCD_NAMESPACE, applyConfig, applyDefaults } from './argocd-config.ts';
import { startProcesses } from './argocd-processes.ts';
import type { ControlPlane } from './control-plane.ts';
import { ARGOCD_CRDS } from './crd-sources.ts';
import { installCrds, readCrds } from './crds.ts';
import type { KubeObject, ObjectRef } from './kube-object.ts';
import type { RunningServer } from './process.ts';
import { scratchFolder } from './run-context.ts';
import { until } from './until.ts';

/** What a test wants of its Argo CD. */
export interface ArgocdOptions {
  /** Keys of `argocd-cm` over the shipped ones. */
  readonly config?: Readonly<Record<string, string>>;
  /** Lua for the health of Applications. Without it Argo CD knows none, and waves of Applications do not wait. */
  readonly healthScript?: string;
  /** How soon a new commit is seen without a refresh; the shipped setting is 180. */
  readonly resyncSeconds?: number;
  /** More flags, by the name of the program. */
  readonly extraArgs?: Readonly<Record<string, readonly string[]>>;
  /** More environment, by the name of the program. */
  readonly extraEnv?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The state that one usually waits for. */
export interface ApplicationState {
  readonly sync?: string;
  readonly health?: string;
  readonly revision?: string;
}

/** An Argo CD that works on one cluster. */
export interface Argocd {
  readonly namespace: string;
  readonly folder: string;
  readonly startSeconds: Readonly<Record<string, number>>;
  /** Replaces `argocd-cm` on the running engine; no health script means none. */
  configure(config: Readonly<Record<string, string>>, healthScript?: string): Promise<void>;
  application(name: string): Promise<KubeObject | undefined>;
  /** Asks for a comparison with git now. `hard` also forgets rendered manifests. */
  refresh(name: string, kind?: 'normal' | 'hard'): Promise<void>;
  /** Waits until an Application is in a state, by default Synced and Healthy, and returns it. */
  waitFor(name: string, state?: ApplicationState, timeoutMs?: number): Promise<KubeObject>;
  stop(): Promise<void>;
}

function applicationRef(name: string): ObjectRef {
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', namespace: ARGOCD_NAMESPACE, name };
}

function withHealthScript(config: Readonly<Record<string, string>>, script?: string): Record<string, string> {
  return script === undefined ? config : { ...config, [APPLICATION_HEALTH_KEY]: script };
}

function stateOf(application: KubeObject | undefined): object {
  const { sync, health, operationState, conditions } = application?.status ?? {};
  return {
    sync: sync?.status,
    revision: sync?.revision,
    health: health?.status,
    operation: operationState && `${operationState.phase}: ${operationState.message}`,
    conditions: conditions?.map((condition: { message: string }) => condition.message),
  };
}

/** Installs Argo CD into a cluster and starts its processes beside it. */
export async function startArgocd(cluster: ControlPlane, options: ArgocdOptions = {}): Promise<Argocd> {
  const { client } = cluster;
  const folder = scratchFolder(`${cluster.name}-argocd`);
  await installCrds(client, await readCrds([ARGOCD_CRDS]));
  await applyDefaults(client);
  await applyConfig(client, withHealthScript(options.config ?? {}, options.healthScript));

  const servers: RunningServer[] = [];
  const stop = async () => {
    for (let server = servers.pop(); server; server = servers.pop()) await server.stop();
  };
  try {
    const { resyncSeconds = 10, extraArgs = {}, extraEnv = {} } = options;
    const context = { folder, kubeconfig: cluster.kubeconfig, resyncSeconds, extraArgs, extraEnv };
    await startProcesses(context, (server) => servers.push(server));
  } catch (error) {
    await stop();
    throw error;
  }

  const application = (name: string) => client.find(applicationRef(name));
  return {
    namespace: ARGOCD_NAMESPACE,
    folder,
    startSeconds: Object.fromEntries(servers.map((server) => [server.name, server.startSeconds])),
    configure: (config, healthScript) => applyConfig(client, withHealthScript(config, healthScript)),
    application,
    refresh: async (name, kind = 'normal') => {
      const annotations = { 'argocd.argoproj.io/refresh': kind };
      await client.patch(applicationRef(name), { metadata: { annotations } });
    },
    waitFor: async (name, state = { sync: 'Synced', health: 'Healthy' }, timeoutMs = 60_000) => {
      let last: KubeObject | undefined;
      const fits = async () => {
        last = await application(name);
        const { sync, health } = last?.status ?? {};
        return (
          (state.sync === undefined || state.sync === sync?.status) &&
          (state.health === undefined || state.health === health?.status) &&
          (state.revision === undefined || state.revision === sync?.revision) &&
          last
        );
      };
      return until(fits, { what: `Application ${name} is ${JSON.stringify(state)}`, timeoutMs }, () => stateOf(last));
    },
    stop,
  };
}
