import type { Platform } from '../model/platform.ts';
import { versions } from '../versions.ts';
import type { ArgocdProps } from './argocd-props.ts';
import type { Runbook } from './engine.ts';

interface RunbookContext {
  readonly namespace: string;
  readonly rootName: string;
  readonly chart: { readonly chart: string; readonly repository: string; readonly version: string };
  readonly props: ArgocdProps;
}

/** What an operator does with Argo CD, in this platform's own names. Paths are relative to the platform's folder. */
export function argocdRunbook(platform: Platform, context: RunbookContext): readonly Runbook[] {
  return [bootstrap(platform, context), signIn(context), rollback(platform, context), removal(platform)];
}

/** What somebody looks up who has not set it up. */
export function argocdFacts({
  namespace,
  rootName,
  chart,
  props,
}: RunbookContext): readonly (readonly [string, string])[] {
  const front = props.ingress;
  return [
    ['Address', props.host === undefined ? 'none: use a port-forward' : `https://${props.host}`],
    ...(front
      ? [
          [
            'Reached through',
            `ingress class \`${front.className}\`, namespace \`${front.namespace}\`; nothing else may connect`,
          ] as const,
        ]
      : []),
    ...(front
      ? [['TLS ends', front.tlsEndsAt ?? `at the ingress, with the Secret \`${front.tlsSecret}\``] as const]
      : []),
    ['Sign-in', props.oidc ? `${props.oidc.name}, ${props.oidc.issuer}` : 'the built-in admin'],
    ['Namespace', `\`${namespace}\``],
    ['Chart', `\`${chart.chart}\` ${chart.version} of ${chart.repository}`],
    ['Version', `\`${props.version ?? versions.argocd}\``],
    ['Root Application', `\`${rootName}\``],
  ];
}

function bootstrap(platform: Platform, { namespace, chart }: RunbookContext): Runbook {
  const key = platform.secrets.decryptionKey;
  const credentials = platform.forge.credentials.map(
    ({ secret }) =>
      `Bring the first credential: \`sops decrypt bootstrap/credentials/${namespace}.${secret}.enc.yaml | kubectl apply -f -\`.`,
  );
  return {
    title: 'Bootstrap an empty cluster, or recover a lost one',
    steps: [
      'Namespaces and network policies: `kubectl apply --server-side -f bootstrap/namespaces`.',
      ...(key
        ? [
            `The key that decrypts: \`kubectl -n ${namespace} create secret generic ${key.secret} --from-file=${key.key}=KEYFILE\`.`,
          ]
        : []),
      `Argo CD: \`helm upgrade --install argocd ${chart.chart} --repo ${chart.repository} --version ${chart.version} --namespace ${namespace} --values bootstrap/argocd/values.yaml\`.`,
      ...credentials,
      'The root Application: `kubectl apply --server-side -f bootstrap/root`. From here on Argo CD brings up everything else, wave by wave.',
      ...platform.secrets.byHand(platform),
    ],
  };
}

function signIn({ namespace, props }: RunbookContext): Runbook {
  const open =
    props.host === undefined
      ? `\`kubectl -n ${namespace} port-forward service/argocd-server 8080:443\``
      : `https://${props.host}`;
  if (props.oidc)
    return { title: 'Sign in', steps: [`Open ${open} and choose ${props.oidc.name}; the built-in admin is off.`] };
  return {
    title: 'Sign in',
    steps: [
      `Open ${open} as \`admin\`; the first password: \`kubectl -n ${namespace} get secret argocd-initial-admin-secret -o jsonpath={.data.password} | base64 -d\`.`,
      `Change it, keep it with your other secrets, and delete the first: \`kubectl -n ${namespace} delete secret argocd-initial-admin-secret\`.`,
    ],
  };
}

function rollback(platform: Platform, { rootName }: RunbookContext): Runbook {
  return {
    title: 'Roll back',
    steps: [
      `Revert the commit: \`git revert COMMIT && git push origin HEAD:${platform.repository.revision}\`. Git decides what runs; a change made in the cluster is reverted.`,
      `Argo CD looks every two to three minutes; at once with \`argocd app get ${rootName} --refresh\`.`,
    ],
  };
}

function removal(platform: Platform): Runbook {
  return {
    title: 'Remove a service',
    steps: [
      `Take it out of \`services\` and put its name into \`tombstones\` in \`apps/${platform.name}/platform.ts\`: without that, \`npm run synth\` refuses.`,
      'Argo CD deletes what the service ran. PersistentVolumeClaims and Namespaces stay, with their data: delete them by hand once you are sure.',
    ],
  };
}
