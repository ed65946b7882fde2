import { z } from 'zod';
import type { Image, OwnImage, UpstreamImage } from '../model/image.ts';
import { mapOf, shapeOf } from '../model/shape.ts';
import type { AutoscaleProps, EnvironmentProps, ResourceList, ResourcesProps } from './environment-props.ts';
import type { GatewayProps } from './gateway-props.ts';
import type { IngressProps, TlsProps } from './ingress-props.ts';
import type { PeerAddress, PeerNamespace } from './peer.ts';
import type { ProbeProps, ProbesProps } from './probe-props.ts';
import type { SecretKey } from './secret-key.ts';
import type { CronProps, TaskProps } from './task-props.ts';
import { ACCESS_MODES, type VolumeProps } from './volume.ts';
import type { WorkloadProps } from './workload-props.ts';

const text = z.string();
const texts = z.array(z.string());
const number = z.number();

const ownImageShape = shapeOf<OwnImage>()({ own: z.literal(true), repository: text });
const upstreamImageShape = shapeOf<UpstreamImage>()({
  own: z.literal(false),
  repository: text,
  tag: text,
  digest: text,
});
const imageShape: z.ZodType<Image> = z.custom<Image>(
  (value) => ownImageShape.safeParse(value).success || upstreamImageShape.safeParse(value).success,
  { error: "an image: `ownImage('...')` or `upstreamImage('...')`" },
);

const resourceList = shapeOf<ResourceList>()({
  cpu: text.optional(),
  memory: text.optional(),
  'ephemeral-storage': text.optional(),
});
const resources = shapeOf<ResourcesProps>()({ requests: resourceList.optional(), limits: resourceList.optional() });

const environmentFields = {
  host: z.union([text, texts]).optional(),
  replicas: number.optional(),
  autoscale: shapeOf<AutoscaleProps>()({ min: number, max: number, cpuPercent: number.optional() }).optional(),
  resources: resources.optional(),
  env: mapOf(text).optional(),
  config: mapOf(text).optional(),
};

const taskFields = {
  command: texts.optional(),
  args: texts.optional(),
  image: imageShape.optional(),
  timeoutSeconds: number.optional(),
  retries: number.optional(),
  resources: resources.optional(),
};

const probe = shapeOf<ProbeProps>()({
  path: text.optional(),
  tcp: z.literal(true).optional(),
  command: texts.optional(),
  port: text.optional(),
  periodSeconds: number.optional(),
  timeoutSeconds: number.optional(),
  failureThreshold: number.optional(),
});

const tls = shapeOf<TlsProps>()({ secretName: text.optional(), clusterIssuer: text.optional() });

const peerNamespace = shapeOf<PeerNamespace>()({ namespace: text, ports: z.array(number).optional() });
const peerAddress = shapeOf<PeerAddress>()({
  cidr: text,
  except: texts.optional(),
  ports: z.array(number).optional(),
  reason: text.optional(),
});

/** Peers are told apart by their key, so that an error speaks of the kind that was meant. */
const peerFrom = z.union([text, peerNamespace]);
const peerTo = z.union([text, peerNamespace, peerAddress]);

const volume = shapeOf<VolumeProps>()({
  mountPath: text,
  size: text.optional(),
  storageClass: text.optional(),
  accessModes: z.array(z.enum(ACCESS_MODES)).min(1).optional(),
  claim: text.optional(),
  readOnly: z.boolean().optional(),
});

/** The shape of what `workload({...})` takes. */
export const workloadShape = shapeOf<WorkloadProps>()({
  ...environmentFields,
  image: imageShape,
  port: number.optional(),
  ports: mapOf(number).optional(),
  ingress: shapeOf<IngressProps>()({
    className: text,
    namespace: text,
    tls: tls.optional(),
    annotations: mapOf(text).optional(),
  }).optional(),
  gateway: shapeOf<GatewayProps>()({
    name: text,
    namespace: text,
    sectionName: text.optional(),
    proxyNamespace: text.optional(),
  }).optional(),
  probes: shapeOf<ProbesProps>()({
    readiness: probe.optional(),
    liveness: probe.optional(),
    startup: probe.optional(),
  }).optional(),
  command: texts.optional(),
  args: texts.optional(),
  secrets: mapOf(shapeOf<SecretKey>()({ secret: text, key: text })).optional(),
  volumes: mapOf<VolumeProps>(volume).optional(),
  writable: texts.optional(),
  readOnlyRootFilesystem: z.boolean().optional(),
  runAsUser: number.optional(),
  imagePullPolicy: z.enum(['Always', 'IfNotPresent']).optional(),
  pullSecret: text.optional(),
  allowFrom: z.array(peerFrom).optional(),
  allowTo: z.array(peerTo).optional(),
  cron: mapOf<CronProps>(
    shapeOf<CronProps>()({
      ...taskFields,
      schedule: text,
      timeZone: text.optional(),
      concurrencyPolicy: z.enum(['Allow', 'Forbid', 'Replace']).optional(),
    }),
  ).optional(),
  jobs: mapOf<TaskProps>(shapeOf<TaskProps>()(taskFields)).optional(),
  environments: mapOf<EnvironmentProps>(shapeOf<EnvironmentProps>()(environmentFields)).optional(),
});
