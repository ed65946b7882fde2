/** The Gateway (gateway.networking.k8s.io) that serves the hosts of a workload. TLS is the Gateway's. */
export interface GatewayProps {
  readonly name: string;
  /** Namespace of the Gateway. */
  readonly namespace: string;
  /** Its listener. @default all that take the host */
  readonly sectionName?: string;
  /** Namespace that its proxies run in: the only pods, beside declared peers, that may connect. @default the Gateway's */
  readonly proxyNamespace?: string;
}
