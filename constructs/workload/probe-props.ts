/** How one question about a container is asked: exactly one of `path`, `tcp` and `command`. */
export interface ProbeProps {
  /** HTTP GET; 200 to 399 is a yes. */
  readonly path?: string;
  /** Whether the port accepts connections. */
  readonly tcp?: true;
  /** A program in the container; exit status 0 is a yes. */
  readonly command?: readonly string[];
  /** Name of the port. @default the main port */
  readonly port?: string;
  /** @default 10, for startup 5 */
  readonly periodSeconds?: number;
  /** @default 3 */
  readonly timeoutSeconds?: number;
  /** Answers of no in a row that count. @default 3 for readiness, 6 for liveness, 60 (5 minutes) for startup */
  readonly failureThreshold?: number;
}

/** What is asked of a container. */
export interface ProbesProps {
  /** Should it get requests? @default { path: '/healthz' } */
  readonly readiness?: ProbeProps;
  /** Does it run at all? A no restarts it, so it should not depend on anything else. @default { tcp: true } */
  readonly liveness?: ProbeProps;
  /** Has it started? The others wait for it. @default { tcp: true } */
  readonly startup?: ProbeProps;
}
