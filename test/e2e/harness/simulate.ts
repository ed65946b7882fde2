import type { KubeClient } from './kube-client.ts';
import { describeRef, type KubeObject, refOf } from './kube-object.ts';
import { WatchLog } from './watch-log.ts';

/** The class that claims get when they name none. */
export const STORAGE_CLASS = 'simulated';

const ADDRESS = { loadBalancer: { ingress: [{ ip: '192.0.2.10' }] } };

function volumeFor(claim: KubeObject): KubeObject {
  const { name, namespace, uid } = claim.metadata;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `pv-${uid}` },
    spec: {
      capacity: { storage: claim.spec.resources.requests.storage },
      accessModes: claim.spec.accessModes,
      volumeMode: claim.spec.volumeMode ?? 'Filesystem',
      persistentVolumeReclaimPolicy: 'Delete',
      storageClassName: claim.spec.storageClassName ?? '',
      hostPath: { path: `/nowhere/${uid}` },
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name, namespace, uid },
    },
  };
}

async function createStorageClass(client: KubeClient): Promise<void> {
  await client.apply({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: STORAGE_CLASS, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    provisioner: 'e2e.fairlead.dev/simulated',
    reclaimPolicy: 'Delete',
  });
}

/** What a cloud does for a claim, a load balancer or an ingress; undefined when there is nothing left to do. */
function reaction(object: KubeObject): ((client: KubeClient) => Promise<unknown>) | undefined {
  if (object.metadata.deletionTimestamp) return undefined;
  if (object.kind === 'PersistentVolumeClaim' && object.status?.phase === 'Pending') {
    return (client) => client.apply(volumeFor(object));
  }
  const wantsAddress = object.kind === 'Ingress' || object.spec?.type === 'LoadBalancer';
  if (!wantsAddress || object.status?.loadBalancer?.ingress) return undefined;
  return (client) => client.patch(refOf(object), { status: ADDRESS }, 'status');
}

/**
 * Plays the parts of a cloud that kwok has not: volumes for claims, addresses for load balancers and ingresses.
 * Without them those objects stay in progress for ever, and so do the Applications that own them.
 */
export async function simulateCloud(client: KubeClient): Promise<WatchLog[]> {
  await createStorageClass(client);
  const kinds = [
    { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
    { apiVersion: 'v1', kind: 'Service' },
    { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
  ];
  const react = ({ object, type }: { object: KubeObject; type: string }) => {
    if (type === 'DELETED') return;
    reaction(object)?.(client).catch((error: Error) => {
      // The object may be gone or the server away; the next event brings the next try.
      console.warn(`simulated cloud, ${describeRef(refOf(object))}: ${error.message}`);
    });
  };
  return Promise.all(kinds.map((kind) => WatchLog.start(client, kind, react)));
}
