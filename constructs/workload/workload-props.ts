import type { Image } from '../model/image.ts';
import type { EnvironmentProps } from './environment-props.ts';
import type { GatewayProps } from './gateway-props.ts';
import type { IngressProps } from './ingress-props.ts';
import type { PeerAddress, PeerNamespace } from './peer.ts';
import type { ProbesProps } from './probe-props.ts';
import type { SecretKey } from './secret-key.ts';
import type { CronProps, TaskProps } from './task-props.ts';
import type { VolumeProps } from './volume.ts';

/** A service that Fairlead renders: its pods, and all that Kubernetes needs around them. */
export interface WorkloadProps extends EnvironmentProps {
  /** `ownImage('ghcr.io/acme/shop')`, or `upstreamImage('lscr.io/linuxserver/sonarr:4.0.15@sha256:...')`. */
  readonly image: Image;
  /** The one port it listens on; its name is `http`. @default none: a worker that nobody connects to */
  readonly port?: number;
  /** Instead of `port`, several: `{ http: 8080, metrics: 9090 }`. The host and the probes use `http`, or else the first by name. */
  readonly ports?: Readonly<Record<string, number>>;
  /** The ingress controller that serves the host. */
  readonly ingress?: IngressProps;
  /** The Gateway that serves the host, instead of an ingress controller. */
  readonly gateway?: GatewayProps;
  /** @default HTTP GET /healthz on the port says ready, an open port says alive; a worker has none */
  readonly probes?: ProbesProps;
  /** Replaces the image's entry point. */
  readonly command?: readonly string[];
  /** Arguments of the entry point. */
  readonly args?: readonly string[];
  /** Secrets of the namespace, by environment variable (`DATABASE_URL`) or by the file to mount them at (`/etc/shop/tls.key`). */
  readonly secrets?: Readonly<Record<string, SecretKey>>;
  /** Storage that outlives the pods, by name. */
  readonly volumes?: Readonly<Record<string, VolumeProps>>;
  /** Folders that the image writes to and that may be empty at each start; all else is read-only. @default ['/tmp'] */
  readonly writable?: readonly string[];
  /** Whether the image's own files are write-protected. @default true */
  readonly readOnlyRootFilesystem?: boolean;
  /** User and group of the processes and of the volumes. @default 10001, which no host user has */
  readonly runAsUser?: number;
  /** `Always` asks the registry at each start whether this namespace may run the image. @default 'Always' */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent';
  /** Secret of type kubernetes.io/dockerconfigjson that the image is pulled with. */
  readonly pullSecret?: string;
  /** Who may connect, beside the ingress controller: names of services, or namespaces. @default nobody */
  readonly allowFrom?: readonly (string | PeerNamespace)[];
  /** What it may connect to, beside DNS: names of services, namespaces, or address ranges. Host names are not possible in a NetworkPolicy. @default nothing */
  readonly allowTo?: readonly (string | PeerNamespace | PeerAddress)[];
  /** Runs of the image on a schedule, by name. */
  readonly cron?: Readonly<Record<string, CronProps>>;
  /** Runs of the image that happen once for each content: again when the image, the command or the configuration changes. */
  readonly jobs?: Readonly<Record<string, TaskProps>>;
  /** What differs in an environment of the platform. */
  readonly environments?: Readonly<Record<string, EnvironmentProps>>;
}
