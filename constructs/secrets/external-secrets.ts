import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { z } from 'zod';
import { ownLabels } from '../model/labels.ts';
import type { Platform } from '../model/platform.ts';
import { mapOf, shapeIssues, shapeOf } from '../model/shape.ts';
import { checkOptions } from '../policy/rule.ts';
import { externalSecretRules } from '../policy/rules/external-secrets/index.ts';
import type { SecretsStrategy } from './secrets-strategy.ts';

export interface ExternalSecretsProps {
  /** Service that installs External Secrets, a key of `services`. @default 'external-secrets' */
  readonly operator?: string;
  /** Where the originals are kept, such as "AWS Parameter Store". */
  readonly originals: string;
  /** `spec.provider` of the SecretStore of every namespace that gets secrets (external-secrets.io/v1). It names credentials, and holds none. */
  readonly provider: Readonly<Record<string, unknown>>;
  /** Secret that `provider` signs in with, and its keys; it must be brought by hand to each namespace. @default none: the cluster's own identity signs in */
  readonly credentials?: { readonly secret: string; readonly keys: readonly string[] };
  /** Secrets by `namespace/name`. */
  readonly secrets: Readonly<Record<string, ExternalSecretProps>>;
  /** How often values are read again, as a Go duration. @default '1h' */
  readonly refreshInterval?: string;
}

/** One Secret, filled from the store. */
export interface ExternalSecretProps {
  /** Name in the store, by key of the Secret. */
  readonly data: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}

const shape = shapeOf<ExternalSecretsProps>()({
  operator: z.string().optional(),
  originals: z.string(),
  provider: z.record(z.string(), z.unknown()),
  credentials: z.strictObject({ secret: z.string(), keys: z.array(z.string()) }).optional(),
  secrets: mapOf<ExternalSecretProps>(
    shapeOf<ExternalSecretProps>()({ data: mapOf(z.string()), labels: mapOf(z.string()).optional() }),
  ),
  refreshInterval: z.string().optional(),
});

const storeName = 'platform';

/**
 * Secrets fetched from a store by External Secrets, 2.4.0 or newer. Each namespace has a SecretStore of its own: one for the whole
 * cluster lets every namespace read what is meant for another (CVE-2026-22822).
 */
export function externalSecrets(props: ExternalSecretsProps): SecretsStrategy {
  const operator = props.operator ?? 'external-secrets';
  return {
    title: 'External Secrets',
    originals: props.originals,
    check(platform) {
      const issues = shapeIssues(shape, props, 'secrets');
      return issues.length > 0 ? issues : checkOptions(externalSecretRules, { props, operator, platform });
    },
    provides: () => Object.keys(props.secrets).sort(),
    render(output, platform) {
      const names = Object.keys(props.secrets).sort();
      if (names.length === 0) return [];
      const scope = output.chart('secrets');
      const namespaces = namespacesOf(props);
      for (const namespace of namespaces) secretStore(scope, platform, namespace, props);
      for (const name of names) externalSecret(scope, platform, name, props);
      // The kinds exist once the operator is Healthy.
      const wave = (platform.services.find((service) => service.name === operator)?.wave ?? 0) + 1;
      return [{ name: 'secrets', folder: 'secrets', namespaces, wave, encrypted: false }];
    },
    byHand: () => byHand(props),
    steps: ({ name }) => [
      `Put the value into ${props.originals}.`,
      `Name it in \`secrets\` of \`apps/${name}/platform.ts\`: the Secret, its keys, and the name in the store.`,
      '`npm run synth` and commit: External Secrets fetches it, and again whenever it changes there.',
    ],
  };
}

function byHand(props: ExternalSecretsProps): readonly string[] {
  const { credentials } = props;
  if (!credentials) return [];
  const keys = credentials.keys.map((key) => `--from-file=${key}=FILE`).join(' ');
  return namespacesOf(props).map(
    (namespace) =>
      `What signs in to ${props.originals}: \`kubectl -n ${namespace} create secret generic ${credentials.secret} ${keys}\`.`,
  );
}

const namespacesOf = ({ secrets }: ExternalSecretsProps) => [...new Set(Object.keys(secrets).map(namespaceOf))].sort();
const namespaceOf = (name: string) => name.slice(0, name.indexOf('/'));

function secretStore(
  scope: Construct,
  platform: Platform,
  namespace: string,
  { provider }: ExternalSecretsProps,
): ApiObject {
  return new ApiObject(scope, `store-${namespace}`, {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name: storeName, namespace, labels: ownLabels(platform) },
    spec: { provider: { ...provider } },
  });
}

function externalSecret(
  scope: Construct,
  platform: Platform,
  fullName: string,
  { secrets, refreshInterval }: ExternalSecretsProps,
): ApiObject {
  const { data = {}, labels } = secrets[fullName] ?? {};
  const namespace = namespaceOf(fullName);
  const name = fullName.slice(namespace.length + 1);
  return new ApiObject(scope, `secret-${namespace}-${name}`, {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace, labels: ownLabels(platform) },
    spec: {
      refreshInterval: refreshInterval ?? '1h',
      secretStoreRef: { kind: 'SecretStore', name: storeName },
      target: { name, creationPolicy: 'Owner', ...(labels && { template: { metadata: { labels: { ...labels } } } }) },
      data: Object.entries(data)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([secretKey, key]) => ({ secretKey, remoteRef: { key } })),
    },
  });
}
