import { expect, test } from 'vitest';
import type { Manifest } from '../../constructs/files/render-objects.ts';
import { formatIssue } from '../../constructs/model/issue.ts';
import { checkObjects } from '../../constructs/policy/rule.ts';
import { objectRules } from '../../constructs/policy/rules/workload/index.ts';
import { samplePlatform } from './sample-platform.ts';

const platform = samplePlatform({});

function issuesOf(apiVersion: string, kind: string, fields: object, name = 'shop'): string[] {
  const manifest: Manifest = { apiVersion, kind, metadata: { name }, ...fields };
  return checkObjects(objectRules, [{ file: 'f.yaml', construct: 'c', manifest }], platform).map(formatIssue);
}

const cases: readonly (readonly [title: string, apiVersion: string, kind: string, fields: object, issue: string])[] = [
  [
    'an autoscaler upside down',
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    { spec: { minReplicas: 4, maxReplicas: 2 } },
    'FL1909 at f.yaml: the minimum of 4 is above the maximum of 2. Fix: swap them, or raise the maximum.',
  ],
  [
    'a budget that lets nothing go',
    'policy/v1',
    'PodDisruptionBudget',
    { spec: { maxUnavailable: 0 } },
    'FL1912 at f.yaml: maxUnavailable 0 blocks every eviction. Fix: use `maxUnavailable: 1`.',
  ],
  [
    'a budget that keeps all',
    'policy/v1',
    'PodDisruptionBudget',
    { spec: { minAvailable: '100%' } },
    'FL1912 at f.yaml: minAvailable "100%" blocks every eviction. Fix: use `maxUnavailable: 1`.',
  ],
  [
    'a network policy with bits of a host',
    'networking.k8s.io/v1',
    'NetworkPolicy',
    { spec: { ingress: [{ from: [{ ipBlock: { cidr: '10.1.2.3/8' } }] }] } },
    'FL1913 at f.yaml: "10.1.2.3/8" has bits of a host set. Fix: use "10.0.0.0/8", or "10.1.2.3/32" for the one address.',
  ],
  [
    'a schedule that never comes',
    'batch/v1',
    'CronJob',
    { spec: { schedule: '0 0 31 2 *' } },
    'FL1917 at f.yaml: no year has the day that "0 0 31 2 *" names, so it would never run. Fix: write five fields: minute, hour, day of the month, month, day of the week.',
  ],
  [
    'a ConfigMap above 1 MiB',
    'v1',
    'ConfigMap',
    { data: { a: 'x'.repeat(2 ** 20) }, binaryData: { b: 'eA==' } },
    'FL1919 at f.yaml: the files have 1048580 bytes, and 1048576 is the limit. Fix: put large files into the image, or on a volume.',
  ],
];

test.each(cases)('A hand-written object is refused: %s', (_, apiVersion, kind, fields, issue) => {
  expect(issuesOf(apiVersion, kind, fields)).toEqual([issue]);
});

test('A hand-written Service is refused for a name that starts with a digit', () => {
  expect(issuesOf('v1', 'Service', {}, '4chan')).toEqual([
    'FL1921 at f.yaml: a Service cannot be named "4chan". Fix: use a-z, 0-9 and "-", a letter first, at most 63.',
  ]);
});

test.each([
  ['autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { maxReplicas: 2 } }],
  ['policy/v1', 'PodDisruptionBudget', { spec: { maxUnavailable: '25%' } }],
  [
    'networking.k8s.io/v1',
    'NetworkPolicy',
    { spec: { egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }], ingress: null } },
  ],
  ['batch/v1', 'CronJob', { spec: { schedule: '@daily' } }],
  ['v1', 'ConfigMap', {}],
  ['v1', 'Service', {}],
  ['serving.knative.dev/v1', 'Service', {}],
  ['v1', 'List', { spec: 7 }],
] as const)('A hand-written object is fine: %s %s', (apiVersion, kind, fields) => {
  expect(issuesOf(apiVersion, kind, fields)).toEqual([]);
});
