/** The ingress controller that serves the hosts of a workload. */
export interface IngressProps {
  /** Name of its IngressClass, such as `traefik`. */
  readonly className: string;
  /** Namespace that its pods run in: the only ones, beside declared peers, that may connect. */
  readonly namespace: string;
  /** @default TLS ends in front of the controller */
  readonly tls?: TlsProps;
  /** Options of the controller. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The certificate of the hosts. */
export interface TlsProps {
  /** Secret that holds it. @default '<service>-tls' */
  readonly secretName?: string;
  /** cert-manager's ClusterIssuer that makes it. @default none: something else brings the secret */
  readonly clusterIssuer?: string;
}
