import { joinPath } from '../../../model/shape.ts';
import { RESOURCES, type ResourcesProps } from '../../../workload/environment-props.ts';
import type { WorkloadUse } from './workload-use.ts';

/** A quantity, and its place in the definition. */
export interface PlacedQuantity {
  readonly text: string;
  readonly unit: 'cores' | 'bytes';
  readonly path: string;
}

/** Requests and limits, and their place in the definition. */
export interface PlacedResources {
  readonly resources: ResourcesProps;
  readonly at: (...path: readonly PropertyKey[]) => string;
}

/** The requests and limits of a workload in each environment, and of its tasks. */
export function* placedResources({ props, path, variants }: WorkloadUse): Iterable<PlacedResources> {
  for (const { settings, at } of variants) {
    if (settings.resources) yield { resources: settings.resources, at: (...to) => at('resources', ...to) };
  }
  for (const field of ['cron', 'jobs'] as const) {
    for (const [name, { resources }] of Object.entries(props[field] ?? {})) {
      if (resources) yield { resources, at: (...to) => joinPath(path, [field, name, 'resources', ...to]) };
    }
  }
}

/** Every quantity of a workload. */
export function* placedQuantities(use: WorkloadUse): Iterable<PlacedQuantity> {
  for (const { resources, at } of placedResources(use)) {
    for (const side of ['requests', 'limits'] as const) {
      for (const resource of RESOURCES) {
        const text = resources[side]?.[resource];
        if (text !== undefined) yield { text, unit: resource === 'cpu' ? 'cores' : 'bytes', path: at(side, resource) };
      }
    }
  }
  for (const [name, { size }] of Object.entries(use.props.volumes ?? {})) {
    if (size !== undefined) yield { text: size, unit: 'bytes', path: joinPath(use.path, ['volumes', name, 'size']) };
  }
}
