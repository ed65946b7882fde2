/** One value of a Secret in the workload's namespace. A reference: the value itself never enters a definition. */
export interface SecretKey {
  /** Name of the Secret. */
  readonly secret: string;
  readonly key: string;
}
