import { z } from 'zod';
import { mapOf, shapeOf } from '../model/shape.ts';

export interface ArgocdProps {
  /** Host of its web interface and API, such as `argocd.example.org`. @default none: reached by port-forward */
  readonly host?: string;
  /** @default 'argocd' */
  readonly namespace?: string;
  /** How traffic reaches the host. Required with `host`. */
  readonly ingress?: ArgocdIngress;
  /** Single sign-on. @default none: the built-in admin signs in */
  readonly oidc?: ArgocdOidc;
  /** Runs the Dex of the chart. @default false */
  readonly dex?: boolean;
  /** Who may do what, by group of the identity provider. Groups of a team are in `teams`. */
  readonly rbac?: ArgocdRbac;
  /** Local accounts, with what each may use. @default none */
  readonly accounts?: Readonly<Record<string, readonly ('login' | 'apiKey')[]>>;
  /** @default true */
  readonly notifications?: boolean;
  /** Metrics endpoints, and ServiceMonitors with these labels when given. @default endpoints without monitors */
  readonly metrics?: { readonly serviceMonitorLabels?: Readonly<Record<string, string>> };
  /** Two of everything, and Redis in three; needs three nodes. @default false */
  readonly ha?: boolean;
  /** Controllers that share the clusters among them. @default 1 */
  readonly shards?: number;
  /** Holds back later waves on every update, not only on the first install: each Application is pinned to the commit of its content. @default false */
  readonly orderedUpdates?: boolean;
  /** Name of the root Application. @default 'root' */
  readonly rootName?: string;
  /** Name of the Application of a service; on adoption another name means delete and create. @default the service's name */
  readonly applicationName?: (delivery: string) => string;
  /** Chart of argo-helm. @default versions.argocdChart */
  readonly chartVersion?: string;
  /** Image tag: at least the floor, and of the minor that the chart was made for. @default versions.argocd */
  readonly version?: string;
  /** Anything else the chart takes, merged over what Fairlead says; the rules look at the result. */
  readonly values?: Readonly<Record<string, unknown>>;
}

/** The ingress controller in front of Argo CD. */
export interface ArgocdIngress {
  readonly className: string;
  /** Namespace its pods run in: nothing else may reach the server. */
  readonly namespace: string;
  /** Labels of its pods, to narrow that further. */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** Secret with the certificate. Without it, something in front must end TLS: name it in `tlsEndsAt`. */
  readonly tlsSecret?: string;
  /** What ends TLS before the ingress, such as "Caddy at 10.10.1.1". Argo CD then speaks plain HTTP inside the cluster. */
  readonly tlsEndsAt?: string;
}

/** An OpenID Connect provider. */
export interface ArgocdOidc {
  /** What the button says. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Secret in Argo CD's namespace, labelled `app.kubernetes.io/part-of: argocd`, and the key in it. */
  readonly clientSecret: { readonly secret: string; readonly key: string };
  /** @default openid, profile, email, groups */
  readonly scopes?: readonly string[];
}

/** Who may do what in Argo CD, by group of the identity provider. */
export interface ArgocdRbac {
  /** Groups that may do everything. */
  readonly admins?: readonly string[];
  /** Groups that may look at every Application. */
  readonly readers?: readonly string[];
}

/** The shape of the options, for definitions that no type checker has seen. */
export const argocdShape = shapeOf<ArgocdProps>()({
  host: z.string().optional(),
  namespace: z.string().optional(),
  ingress: shapeOf<ArgocdIngress>()({
    className: z.string(),
    namespace: z.string(),
    podLabels: mapOf(z.string()).optional(),
    tlsSecret: z.string().optional(),
    tlsEndsAt: z.string().optional(),
  }).optional(),
  oidc: shapeOf<ArgocdOidc>()({
    name: z.string(),
    issuer: z.string(),
    clientId: z.string(),
    clientSecret: z.strictObject({ secret: z.string(), key: z.string() }),
    scopes: z.array(z.string()).optional(),
  }).optional(),
  dex: z.boolean().optional(),
  rbac: shapeOf<ArgocdRbac>()({
    admins: z.array(z.string()).optional(),
    readers: z.array(z.string()).optional(),
  }).optional(),
  accounts: mapOf(z.array(z.enum(['login', 'apiKey']))).optional(),
  notifications: z.boolean().optional(),
  metrics: z.strictObject({ serviceMonitorLabels: mapOf(z.string()).optional() }).optional(),
  ha: z.boolean().optional(),
  shards: z.int().min(1, { error: 'a whole number from 1' }).optional(),
  orderedUpdates: z.boolean().optional(),
  rootName: z.string().optional(),
  applicationName: z
    .custom<NonNullable<ArgocdProps['applicationName']>>((v) => typeof v === 'function', { error: 'a function' })
    .optional(),
  chartVersion: z.string().optional(),
  version: z.string().optional(),
  values: z.record(z.string(), z.unknown()).optional(),
});
