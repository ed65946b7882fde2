/** All pods of a namespace. */
export interface PeerNamespace {
  readonly namespace: string;
  /** Port numbers, of whichever side listens. @default the workload's ports for `allowFrom`, any for `allowTo` */
  readonly ports?: readonly number[];
}

/** A range of addresses, inside or outside of the cluster. */
export interface PeerAddress {
  /** Such as `10.10.1.0/24` or `fd00::/8`. */
  readonly cidr: string;
  /** Ranges within it that are left out. */
  readonly except?: readonly string[];
  /** TCP port numbers. @default any */
  readonly ports?: readonly number[];
  /** Why the whole internet must be reachable; asked for with `0.0.0.0/0` and `::/0`. */
  readonly reason?: string;
}
