import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ARGOCD_NAMESPACE } from './argocd-config.ts';
import { freePorts } from './ports.ts';
import { acceptsConnections, answersOk } from './probes.ts';
import { type RunningServer, startServer } from './process.ts';
import { engine, pathWith, program } from './run-context.ts';

/** What the processes of one Argo CD have in common. */
export interface ArgocdContext {
  readonly folder: string;
  readonly kubeconfig: string;
  /** Seconds between looks at git, and for which the repo server trusts what it saw of a branch. */
  readonly resyncSeconds: number;
  /** More flags, by the name of the program. */
  readonly extraArgs: Readonly<Record<string, readonly string[]>>;
  /** More environment, by the name of the program. */
  readonly extraEnv: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

function environment(context: ArgocdContext): NodeJS.ProcessEnv {
  const path = (name: string) => join(context.folder, name);
  for (const name of ['tls', 'ssh', 'gpg', 'tmp', 'home']) mkdirSync(path(name), { recursive: true });
  return {
    KUBECONFIG: context.kubeconfig,
    // `https://kubernetes.default.svc` means the cluster of that kubeconfig.
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_TLS_DATA_PATH: path('tls'),
    ARGOCD_SSH_DATA_PATH: path('ssh'),
    ARGOCD_GNUPGHOME: path('gpg'),
    ARGOCD_GPG_DATA_PATH: path('gpg'),
    // Two repo servers side by side would share this socket and the checkouts under the temporary folder.
    ARGOCD_ASK_PASS_SOCK: path('ask-pass.sock'),
    TMPDIR: path('tmp'),
    HOME: path('home'),
    PATH: `${path('bin')}:${pathWith('argocd', 'helm', 'kustomize')}`,
  };
}

/** Puts the script that the repo server runs after each checkout on its PATH; a Go module's files are not executable. */
function installVerifyWrapper(folder: string): void {
  const name = 'git-verify-wrapper.sh';
  mkdirSync(join(folder, 'bin'), { recursive: true });
  const target = join(folder, 'bin', name);
  copyFileSync(join(engine('argocd').sources, 'hack', name), target);
  chmodSync(target, 0o755);
}

/** Starts redis and the three controllers, in the order in which they need each other. */
export async function startProcesses(context: ArgocdContext, onStart: (server: RunningServer) => void): Promise<void> {
  const { folder, resyncSeconds } = context;
  installVerifyWrapper(folder);
  const env = environment(context);
  const [redis, repo, repoMetrics, controllerMetrics, setMetrics, setProbe, setWebhook] = (await freePorts(7)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const start = async (name: string, command: string, args: string[], ready: () => Promise<boolean>) => {
    const logFile = join(folder, `${name}.log`);
    const more = context.extraArgs[name] ?? [];
    const fullEnv = { ...env, ...context.extraEnv[name] };
    onStart(await startServer({ name, command, args: [...args, ...more], env: fullEnv, logFile, ready }));
  };
  const argocd = (name: string, args: string[], ready: () => Promise<boolean>) =>
    start(name, program(name, 'argocd'), args, ready);
  const toRepoServer = ['--repo-server-plaintext', '--namespace', ARGOCD_NAMESPACE, '--kubeconfig', context.kubeconfig];

  await start(
    'redis-server',
    'redis-server',
    ['--bind', '127.0.0.1', '--port', `${redis}`, '--dir', folder, '--save', '', '--appendonly', 'no'],
    () => acceptsConnections(redis),
  );
  await argocd(
    'argocd-repo-server',
    [
      ...['--address', '127.0.0.1', '--port', `${repo}`],
      ...['--metrics-address', '127.0.0.1', '--metrics-port', `${repoMetrics}`],
      ...['--redis', `127.0.0.1:${redis}`, '--revision-cache-expiration', `${resyncSeconds}s`],
      // Since 3.5 the path must be empty too: its default file would be looked for.
      ...['--disable-tls', '--client-ca-path', ''],
    ],
    () => answersOk(`http://127.0.0.1:${repoMetrics}/healthz`),
  );
  await argocd(
    'argocd-application-controller',
    [
      ...toRepoServer,
      ...['--repo-server', `127.0.0.1:${repo}`, '--redis', `127.0.0.1:${redis}`],
      ...['--app-resync', `${resyncSeconds}`, '--app-resync-jitter', '0', '--metrics-port', `${controllerMetrics}`],
    ],
    () => answersOk(`http://127.0.0.1:${controllerMetrics}/healthz`),
  );
  await argocd(
    'argocd-applicationset-controller',
    [
      ...toRepoServer,
      ...['--argocd-repo-server', `127.0.0.1:${repo}`],
      ...['--metrics-addr', `127.0.0.1:${setMetrics}`],
      ...['--probe-addr', `127.0.0.1:${setProbe}`, '--webhook-addr', `127.0.0.1:${setWebhook}`],
    ],
    // Its probe address has no checks and answers 404.
    () => answersOk(`http://127.0.0.1:${setMetrics}/metrics`),
  );
}
