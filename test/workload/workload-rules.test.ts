import { expect, test } from 'vitest';
import { workloadRules } from '../../constructs/policy/rules/workload/index.ts';
import { workload } from '../../constructs/workload/workload.ts';
import type { WorkloadProps } from '../../constructs/workload/workload-props.ts';
import { findIssues, issuesOf, samplePlatform } from './sample-platform.ts';
import { flatSamples, overlaySamples } from './samples.ts';
import { image, workloadCases } from './workload-cases.ts';

test.each(workloadCases)('workload() refuses $title', ({ props, issues, options, service }) => {
  expect(issuesOf({ image, ...props }, options, service)).toEqual(issues);
});

test.each([
  ['flat', flatSamples],
  ['in environments', overlaySamples],
] as const)('workload() has nothing to say about the samples, %s', (_, samples) => {
  expect(findIssues(samples())).toEqual([]);
});

test.each<readonly [string, Partial<WorkloadProps>]>([
  ['root where Pod Security lets it', { runAsUser: 0, port: 80 }],
  ['an old name of a time zone', { cron: { clean: { schedule: '@daily', timeZone: 'Asia/Calcutta' } } }],
  ['UTC', { cron: { clean: { schedule: '@daily', timeZone: 'UTC' } } }],
  [
    'a shared volume of several pods',
    { replicas: 3, volumes: { d: { size: '1Gi', mountPath: '/d', accessModes: ['ReadWriteMany'] } } },
  ],
  [
    'an existing claim of several pods',
    { replicas: 3, volumes: { media: { claim: 'media', mountPath: '/media', readOnly: true } } },
  ],
  ['a way out to everywhere with a reason', { allowTo: [{ cidr: '0.0.0.0/0', reason: 'Fetches feeds' }] }],
  ['a limit equal to its request', { resources: { requests: { memory: '1Gi' }, limits: { memory: '1024Mi' } } }],
])('workload() takes %s', (_, props) => {
  expect(issuesOf({ image, ...props }, {}, { podSecurity: 'privileged' })).toEqual([]);
});

test('workload() refuses a connection that only one end declares', () => {
  const issues = findIssues(
    samplePlatform({
      api: { source: workload({ image, port: 8080, allowFrom: ['cart'] }) },
      cart: { source: workload({ image, port: 8080, allowTo: ['web'] }) },
      web: { source: workload({ image, port: 8080 }) },
    }),
  );
  expect(issues).toEqual([
    'FL1906 at services.api.source.allowFrom[0]: service "cart" may not connect to "api". Fix: add "api" to services.cart.source.allowTo.',
    'FL1906 at services.cart.source.allowTo[0]: service "web" does not let "cart" in. Fix: add "cart" to services.web.source.allowFrom.',
  ]);
});

test('workload() refuses a Service name that starts with a digit, and takes it for a worker', () => {
  const issues = (props: WorkloadProps) => findIssues(samplePlatform({ '4chan': { source: workload(props) } }));
  expect(issues({ image, port: 8080 })).toEqual([
    'FL1921 at services.4chan: a Service cannot be named "4chan". Fix: name it like "app-4chan".',
  ]);
  expect(issues({ image })).toEqual([]);
});

test.each([undefined, null, 7, 'x', [], {}, { image: 'nginx' }])(
  'workload() of %j is reported, and throws nothing',
  (props) => {
    const source = workload(props as unknown as WorkloadProps);
    expect(findIssues(samplePlatform({ shop: { source } })).length).toBeGreaterThan(0);
  },
);

test('workload() reports ingress-nginx as a warning only', () => {
  const ingress = { className: 'nginx', namespace: 'traefik' };
  const source = workload({ image, port: 8080, host: 'shop.acme.example', ingress });
  const platform = samplePlatform({ shop: { source } });
  const [service] = platform.services;
  expect(service && source.check(service, platform, 'x').map(({ level }) => level)).toEqual(['warning']);
});

test('Every rule for workloads has a case', () => {
  const elsewhere = ['FL1906', 'FL1921'];
  const shown = new Set([
    ...workloadCases.flatMap(({ issues }) => issues.map((issue) => issue.slice(0, 6))),
    ...elsewhere,
  ]);
  expect(workloadRules.map(({ code }) => code).filter((code) => !shown.has(code))).toEqual([]);
});
