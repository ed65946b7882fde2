import type { Rule } from '../rule.ts';
import { accessNamespaces } from './model/access-namespaces.ts';
import { accessWrites } from './model/access-writes.ts';
import { apiServers } from './model/api-servers.ts';
import { collidingNames } from './model/colliding-names.ts';
import { credentialPrefix } from './model/credential-prefix.ts';
import { dependencyCycle } from './model/dependency-cycle.ts';
import { gitPlaces } from './model/git-places.ts';
import { hostsAreUnique, hostsInDomain } from './model/hosts.ts';
import { knownReferences } from './model/known-references.ts';
import { labelNames } from './model/label-names.ts';
import { pinsAreCommits } from './model/pins.ts';
import { repositoryAccess } from './model/repository-access.ts';
import { repositoryUrls } from './model/repository-urls.ts';
import { reservedNames } from './model/reserved-names.ts';
import { reservedNamespaces } from './model/reserved-namespaces.ts';
import { statefulPrune } from './model/stateful-prune.ts';
import { tokenLife } from './model/token-life.ts';
import { tombstoneGone } from './model/tombstones.ts';
import { waveOrder } from './model/wave-order.ts';
import { waveReasons } from './model/wave-reasons.ts';
import { dataGuards } from './objects/guards.ts';
import { objectLimits } from './objects/object-limits.ts';
import { plaintextSecrets } from './objects/plaintext-secrets.ts';
import { storeScope } from './objects/store-scope.ts';
import { wideProjects } from './objects/wide-projects.ts';
import { wideRoles } from './objects/wide-roles.ts';
import { imageRules, objectRules } from './workload/index.ts';

/** Rules that every platform is checked against, whatever its engine and sources; those bring rules of their own. */
export const rules: readonly Rule[] = [
  labelNames,
  reservedNamespaces,
  reservedNames,
  collidingNames,
  repositoryUrls,
  credentialPrefix,
  repositoryAccess,
  gitPlaces,
  apiServers,
  knownReferences,
  dependencyCycle,
  waveOrder,
  waveReasons,
  tombstoneGone,
  pinsAreCommits,
  accessNamespaces,
  accessWrites,
  tokenLife,
  wideRoles,
  wideProjects,
  plaintextSecrets,
  storeScope,
  hostsAreUnique,
  hostsInDomain,
  dataGuards,
  objectLimits,
  statefulPrune,
  ...imageRules,
  ...objectRules,
];
