import type { k8s } from 'cdk8s-plus-28';
import { contentHash } from './content-hash.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';
import type { SecretKey } from './secret-key.ts';
import { claimName } from './volume.ts';

/** A folder or file of a container, and the volume that it comes from. */
export interface Mount {
  readonly volume: k8s.Volume;
  readonly mount: k8s.VolumeMount;
}

/** Files are read by the group of the pod (`fsGroup`), and by nobody else. */
const GROUP_MAY_READ = 0o440;

/** Configuration, secrets and writable folders: what every pod of the workload has. */
export function fileMounts({ name, config, props, writable }: ResolvedWorkload): Mount[] {
  const keys = configKeys(config);
  const secrets = Object.entries(props.secrets ?? {}).filter(([target]) => isMountPath(target));
  return [
    ...config.map(([path]): Mount => {
      const volume = { name: 'config-files', configMap: { name, defaultMode: GROUP_MAY_READ } };
      return { volume, mount: { name: volume.name, mountPath: path, subPath: keys.get(path), readOnly: true } };
    }),
    ...secrets.sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, secret]) => secretMount(path, secret)),
    ...writable.map((path): Mount => {
      const volume = { name: volumeName('writable', path.slice(1)), emptyDir: {} };
      return { volume, mount: { name: volume.name, mountPath: path } };
    }),
  ];
}

/** Storage, which only the pods that serve have. */
export function volumeMounts({ name, volumes }: ResolvedWorkload): Mount[] {
  return volumes.map((volume) => {
    const { mountPath, readOnly } = volume;
    const mounted = volumeName('volume', volume.name);
    return {
      volume: { name: mounted, persistentVolumeClaim: { claimName: claimName(name, volume) } },
      mount: { name: mounted, mountPath, ...(readOnly && { readOnly }) },
    };
  });
}

/** Whether a key of `secrets` names a file rather than an environment variable. */
export function isMountPath(target: string): boolean {
  return target.startsWith('/');
}

/** Keys of a ConfigMap by the path of the file: its last name, and a hash of the path where another file shares it. */
export function configKeys(config: ResolvedWorkload['config']): ReadonlyMap<string, string> {
  const lastName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const uses = new Map<string, number>();
  for (const [path] of config) uses.set(lastName(path), (uses.get(lastName(path)) ?? 0) + 1);
  const key = (path: string) => {
    const name = lastName(path);
    if (uses.get(name) === 1 && /^[-._a-zA-Z0-9]{1,200}$/.test(name)) return name;
    return `${contentHash(path)}-${name.replace(/[^-._a-zA-Z0-9]/g, '_').slice(0, 200)}`;
  };
  return new Map(config.map(([path]) => [path, key(path)]));
}

function secretMount(path: string, { secret, key }: SecretKey): Mount {
  const volume = { name: volumeName('secret', secret), secret: { secretName: secret, defaultMode: GROUP_MAY_READ } };
  return { volume, mount: { name: volume.name, mountPath: path, subPath: key, readOnly: true } };
}

/** A DNS label. The prefix keeps the kinds apart, and a hash what would otherwise become the same label. */
function volumeName(kind: string, name: string): string {
  if (/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name) && name.length <= 40) return `${kind}-${name}`;
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  return `${kind}-${slug}-${contentHash(name)}`.replace(/-+/g, '-');
}
