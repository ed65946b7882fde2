/** Any object of the Kubernetes API, as JSON. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    generation?: number;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    finalizers?: string[];
  };
  // biome-ignore lint/suspicious/noExplicitAny: tests read fields of every kind, and a wrong path fails them anyway.
  [field: string]: any;
}

/** The kind of objects to list or watch. */
export interface KindRef {
  readonly apiVersion: string;
  readonly kind: string;
  /** Without it: cluster-scoped kinds, or all namespaces. */
  readonly namespace?: string;
}

/** One object by name. */
export interface ObjectRef extends KindRef {
  readonly name: string;
}

/** The reference to an object that one has at hand. */
export function refOf(object: KubeObject): ObjectRef {
  const { name, namespace } = object.metadata;
  return { apiVersion: object.apiVersion, kind: object.kind, name, namespace };
}

/** `kind namespace/name`, for messages. */
export function describeRef(ref: ObjectRef): string {
  return `${ref.kind} ${ref.namespace ? `${ref.namespace}/` : ''}${ref.name}`;
}
