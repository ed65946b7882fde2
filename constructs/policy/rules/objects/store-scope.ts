import type { Rule } from '../../rule.ts';

export const storeScope: Rule = {
  code: 'FL1762',
  title: 'A secret store belongs to one namespace',
  why: 'Through a ClusterSecretStore any namespace reads what is meant for another (CVE-2026-22822 did so even through a namespaced one)',
  fix: 'use a SecretStore in the namespace that needs it',
  *object({ manifest, file }) {
    if (manifest.kind === 'ClusterSecretStore' || manifest.kind === 'ClusterExternalSecret') {
      yield { path: file, problem: `${manifest.kind} "${manifest.metadata.name}" is for the whole cluster` };
    }
    if (manifest.kind === 'ExternalSecret' && JSON.stringify(manifest.spec ?? {}).includes('"ClusterSecretStore"')) {
      yield {
        path: file,
        problem: `ExternalSecret "${manifest.metadata.name}" reads from a store for the whole cluster`,
      };
    }
  },
};
