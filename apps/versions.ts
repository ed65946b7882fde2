/** Charts that the platforms below `apps/` run; engines and what Fairlead itself needs are pinned in `constructs/versions.ts`. */
export const versions = {
  externalSecrets: '2.9.0',
  certManager: 'v1.21.1',
  traefik: '41.3.0',
  metallb: '0.16.1',
  longhorn: '1.12.1',
  dex: '0.24.0',
} as const;
