import type { OptionRule } from '../../rule.ts';
import { anonymousAccess } from './anonymous-access.ts';
import type { ArgocdOptions } from './argocd-options.ts';
import { chartMinor } from './chart-minor.ts';
import { engineFloor } from './engine-floor.ts';
import { exposedServer } from './exposed-server.ts';
import { groupName } from './group-name.ts';
import { hostTrust } from './host-trust.ts';
import { projectToken } from './project-token.ts';
import { unreachableHost } from './unreachable-host.ts';
import { valuesSecrets } from './values-secrets.ts';
import { waveHealth } from './wave-health.ts';

/** Rules that look at the options of `argocd({...})`: FL13xx. */
export const argocdRules: readonly OptionRule<ArgocdOptions>[] = [
  engineFloor,
  chartMinor,
  exposedServer,
  unreachableHost,
  projectToken,
  anonymousAccess,
  groupName,
  waveHealth,
  valuesSecrets,
  hostTrust,
];
