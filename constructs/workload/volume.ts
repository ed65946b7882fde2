/** Storage that outlives the pods: a new PersistentVolumeClaim of a `size`, or an existing one by `claim`. */
export interface VolumeProps {
  /** Folder that it appears at. */
  readonly mountPath: string;
  /** Capacity, such as `10Gi`. It can grow later where the storage class allows, never shrink. */
  readonly size?: string;
  /** @default the cluster's default class */
  readonly storageClass?: string;
  /** `ReadWriteOnce` (one node), `ReadWriteOncePod`, `ReadWriteMany` or `ReadOnlyMany`. @default ['ReadWriteOnce'] */
  readonly accessModes?: readonly AccessMode[];
  /** Name of a claim of the namespace that something else made. */
  readonly claim?: string;
  /** @default false */
  readonly readOnly?: boolean;
}

/** Every access mode of a volume that Kubernetes knows. */
export const ACCESS_MODES = ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany', 'ReadOnlyMany'] as const;
/** How many nodes or pods may mount a volume, and whether they may write. */
export type AccessMode = (typeof ACCESS_MODES)[number];

/** A volume with its defaults. */
export interface Volume {
  readonly name: string;
  readonly mountPath: string;
  readonly readOnly: boolean;
  readonly accessModes: readonly AccessMode[];
  /** Whether the pods of one node only can use it, as far as the definition tells. */
  readonly exclusive: boolean;
  readonly props: VolumeProps;
}

/** Fills in the defaults, sorted by name. */
export function resolveVolumes(volumes: Readonly<Record<string, VolumeProps>> = {}): readonly Volume[] {
  return Object.entries(volumes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, props]) => {
      const accessModes = [...(props.accessModes ?? ['ReadWriteOnce'])].sort() as AccessMode[];
      const exclusive = props.claim === undefined && accessModes.every((mode) => mode.startsWith('ReadWriteOnce'));
      return { name, mountPath: props.mountPath, readOnly: props.readOnly ?? false, accessModes, exclusive, props };
    });
}

/** `<service>-<volume>`, or the existing claim. */
export function claimName(service: string, { name, props }: Volume): string {
  return props.claim ?? `${service}-${name}`;
}
