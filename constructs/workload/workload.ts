import type { Output } from '../files/output.ts';
import type { Image, ImageUse } from '../model/image.ts';
import type { Platform } from '../model/platform.ts';
import type { Service } from '../model/service.ts';
import { shapeIssues } from '../model/shape.ts';
import type { SourceDelivery } from '../model/source.ts';
import { checkOptions } from '../policy/rule.ts';
import { workloadRules } from '../policy/rules/workload/index.ts';
import { hostsOf } from './environment-props.ts';
import { workloadObjects } from './objects.ts';
import { addObjects, renderOverlays } from './overlays.ts';
import { portsOf } from './ports.ts';
import { resolveWorkload } from './resolved-workload.ts';
import { variantsOf } from './variant.ts';
import type { WorkloadProps } from './workload-props.ts';
import { workloadShape } from './workload-shape.ts';
import type { WorkloadSource } from './workload-source.ts';

/**
 * A service that Fairlead renders: hardened pods (Pod Security "restricted"), probed, bounded, isolated by a NetworkPolicy, named after the
 * service. `workload({ image: ownImage('ghcr.io/acme/shop'), port: 8080, host: 'shop.acme.dev', ingress })`.
 *
 * Without environments its folder holds the objects as they are; with environments, a kustomize base and an overlay for each.
 */
export function workload(props: WorkloadProps): WorkloadSource {
  // Definitions in plain JavaScript may hold anything: what has not the shape is only reported, by `check`.
  const shaped = workloadShape.safeParse(props).success ? props : undefined;
  return {
    title: 'Workload',
    summary: shaped ? summarize(shaped) : 'a workload',
    stateful: Object.values(shaped?.volumes ?? {}).some(({ claim }) => claim === undefined),
    guarded: true,
    perEnvironment: true,
    images: shaped ? imagesOf(shaped) : [],
    repositories: [],
    workload: shaped,
    hosts: (_service, platform) => (shaped ? allHosts(shaped, platform) : []),
    check: (service, platform, path) => {
      const issues = shapeIssues(workloadShape, props, path);
      // An unknown field is a slip beside options that can be read: the rules add what they find in those.
      if (issues.some(({ code }) => code !== 'FL1001')) return issues;
      return [
        ...issues,
        ...checkOptions(workloadRules, { props, service, platform, path, variants: variantsOf(props, platform, path) }),
      ];
    },
    render: (output, folder, service, platform) => render(props, output, folder, service, platform),
  };
}

function render(
  props: WorkloadProps,
  output: Output,
  folder: string,
  service: Service,
  platform: Platform,
): SourceDelivery[] {
  const [first] = platform.environments;
  if (!first) {
    addObjects(output, folder, workloadObjects(resolveWorkload(props, service, platform)));
    return [{ namespace: service.namespace, sources: [{ kind: 'folder', folder }] }];
  }
  const variants = platform.environments.map((environment) => resolveWorkload(props, service, platform, environment));
  // Nothing that the base takes from it differs by environment.
  const common = resolveWorkload({ ...props, environments: {} }, service, platform, first);
  renderOverlays(output, folder, common, variants);
  return variants.map(({ environment, namespace }) => ({
    environment: environment?.name,
    namespace,
    sources: [{ kind: 'folder', folder: `${folder}/overlays/${environment?.name}` }],
  }));
}

function imagesOf(props: WorkloadProps): ImageUse[] {
  const use = (path: string, image: Image | undefined): ImageUse[] => (image ? [{ image, path }] : []);
  return [
    ...use('image', props.image),
    ...Object.entries(props.cron ?? {}).flatMap(([name, { image }]) => use(`cron.${name}.image`, image)),
    ...Object.entries(props.jobs ?? {}).flatMap(([name, { image }]) => use(`jobs.${name}.image`, image)),
  ];
}

function allHosts(props: WorkloadProps, platform: Platform): readonly string[] {
  return [...new Set(variantsOf(props, platform, '').flatMap(({ settings }) => hostsOf(settings)))].sort();
}

function summarize(props: WorkloadProps): string {
  const ports = Object.values(portsOf(props)).sort((a, b) => a - b);
  return `${props.image.repository}${ports.length > 0 ? ` on port ${ports.join(', ')}` : ''}`;
}
