import type { Construct } from 'constructs';
import { z } from 'zod';
import type { ChartSource } from '../delivery/delivery.ts';
import { shapeIssues, shapeOf } from '../model/shape.ts';
import type { Source, SourceDelivery } from '../model/source.ts';
import { checkOptions } from '../policy/rule.ts';
import { chartRules } from '../policy/rules/chart/index.ts';

export interface HelmProps {
  /** Name of the chart in its repository. */
  readonly chart: string;
  /** `https://charts.jetstack.io`, or `oci://quay.io/jetstack/charts` without the chart's name. */
  readonly repository: string;
  /** Exact version, such as `v1.21.1`: a range would change the cluster without a commit. */
  readonly version: string;
  /** At most 53 characters. @default the service's name */
  readonly releaseName?: string;
  /** What differs from the chart's defaults. Never a secret: name an existing Secret instead. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Whether the chart installs its own CRDs. @default true */
  readonly crds?: boolean;
  /** Whether it runs something that keeps data. @default false */
  readonly stateful?: boolean;
  /** Objects of kinds that the chart brings, such as a ClusterIssuer: delivered as `<service>-config`, one wave after the chart is Healthy. */
  readonly customize?: (scope: Construct) => void;
}

const shape = shapeOf<HelmProps>()({
  chart: z.string().min(1, { error: 'a text that is not empty' }),
  repository: z.string(),
  version: z.string(),
  releaseName: z.string().optional(),
  values: z.record(z.string(), z.unknown()).optional(),
  crds: z.boolean().optional(),
  stateful: z.boolean().optional(),
  customize: z
    .custom<NonNullable<HelmProps['customize']>>((value) => typeof value === 'function', { error: 'a function' })
    .optional(),
});

/** A Helm chart, rendered by the engine from its repository. */
export function helm(props: HelmProps): Source & { readonly helm: HelmProps } {
  return {
    title: 'Helm chart',
    summary: `${props.chart} ${props.version}`,
    stateful: props.stateful ?? false,
    guarded: false,
    perEnvironment: false,
    images: [],
    helm: props,
    repositories: [],
    hosts: () => [],
    check(service, platform, path) {
      const issues = shapeIssues(shape, props, path);
      return issues.length > 0
        ? issues
        : checkOptions(chartRules, { chart: toChart(props, service.name), path, service, platform });
    },
    render(output, folder, service) {
      const { namespace } = service;
      const chart: SourceDelivery = { namespace, sources: [toChart(props, service.name)] };
      if (!props.customize) return [chart];
      props.customize(output.chart(folder));
      return [chart, { namespace, sources: [{ kind: 'folder', folder }], follows: true }];
    },
  };
}

function toChart(props: HelmProps, serviceName: string): ChartSource {
  return {
    kind: 'chart',
    chart: props.chart,
    repository: props.repository.replace(/\/+$/, ''),
    version: props.version,
    releaseName: props.releaseName ?? serviceName,
    values: props.values ?? {},
    crds: props.crds ?? true,
  };
}
