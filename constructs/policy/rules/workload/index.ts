import type { OptionRule, Rule } from '../../rule.ts';
import { addressRange } from './address-range.ts';
import { annotationSize } from './annotation-size.ts';
import { autoscaleOrReplicas } from './autoscale-or-replicas.ts';
import { autoscaleRange } from './autoscale-range.ts';
import { autoscaleRequest } from './autoscale-request.ts';
import { blockingDisruptionBudget } from './blocking-disruption-budget.ts';
import { configSize } from './config-size.ts';
import { count } from './count.ts';
import { derivedName } from './derived-name.ts';
import { duplicatePort } from './duplicate-port.ts';
import { envName } from './env-name.ts';
import { imageDigest } from './image-digest.ts';
import { imageRegistry } from './image-registry.ts';
import { imageRepository } from './image-repository.ts';
import { imageTag } from './image-tag.ts';
import { imageVersion } from './image-version.ts';
import { limitBelowRequest } from './limit-below-request.ts';
import { mountPath } from './mount-path.ts';
import { oneSidedPeer } from './one-sided-peer.ts';
import { openEgress } from './open-egress.ts';
import { portName } from './port-name.ts';
import { portNumber } from './port-number.ts';
import { privilegedPort } from './privileged-port.ts';
import { probeQuestion } from './probe-question.ts';
import { quantityText } from './quantity-text.ts';
import { releaseKey } from './release-key.ts';
import { releaseMissing } from './release-missing.ts';
import { releaseOfNothing } from './release-of-nothing.ts';
import { releaseTag } from './release-tag.ts';
import { releaseText } from './release-text.ts';
import { repeatedHost } from './repeated-host.ts';
import { retiredImage } from './retired-image.ts';
import { retiredIngress } from './retired-ingress.ts';
import { rootUser } from './root-user.ts';
import { schedule } from './schedule.ts';
import { serviceName } from './service-name.ts';
import { sharedVolume } from './shared-volume.ts';
import { timeZone } from './time-zone.ts';
import { unknownEnvironment } from './unknown-environment.ts';
import { unknownPeer } from './unknown-peer.ts';
import { unknownSecret } from './unknown-secret.ts';
import { unreachableHost } from './unreachable-host.ts';
import { volumeKind } from './volume-kind.ts';
import type { WorkloadUse } from './workload-use.ts';

/** Rules that look at the options of `workload({...})`: FL19xx. */
export const workloadRules: readonly OptionRule<WorkloadUse>[] = [
  duplicatePort,
  portNumber,
  privilegedPort,
  portName,
  unknownPeer,
  oneSidedPeer,
  unknownSecret,
  envName,
  autoscaleRange,
  autoscaleOrReplicas,
  autoscaleRequest,
  addressRange,
  openEgress,
  quantityText,
  limitBelowRequest,
  schedule,
  timeZone,
  configSize,
  annotationSize,
  serviceName,
  derivedName,
  retiredIngress,
  mountPath,
  volumeKind,
  sharedVolume,
  repeatedHost,
  unknownEnvironment,
  unreachableHost,
  probeQuestion,
  rootUser,
  count,
];

/** Rules about images and release files, whatever the source: FL1501 to FL1519. */
export const imageRules: readonly Rule[] = [
  imageRepository,
  imageVersion,
  imageTag,
  imageDigest,
  imageRegistry,
  releaseMissing,
  releaseKey,
  releaseText,
  releaseTag,
  releaseOfNothing,
  retiredImage,
];

/** Rules that look at rendered objects too, so that hand-written manifests get the same answers. */
export const objectRules: readonly Rule[] = [
  autoscaleRange,
  blockingDisruptionBudget,
  addressRange,
  schedule,
  configSize,
  serviceName,
];
