import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strategicPatch } from '../../constructs/workload/strategic-patch.ts';

type Plain = Record<string, unknown>;
const MERGE_KEYS: Record<string, string> = {
  containers: 'name',
  env: 'name',
  volumeMounts: 'mountPath',
  volumes: 'name',
};
const isMap = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The part of a strategic merge that Deployments need, written from the Kubernetes documentation and not from the code under test. */
function merge(target: Plain, patch: Plain): Plain {
  const merged: Plain = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    const before = merged[key];
    if (value === null) delete merged[key];
    else if (Array.isArray(value) && Array.isArray(before) && MERGE_KEYS[key])
      merged[key] = mergeList(MERGE_KEYS[key], before, value);
    else merged[key] = isMap(before) && isMap(value) ? merge(before, value) : value;
  }
  return merged;
}

function mergeList(key: string, before: Plain[], patch: Plain[]): Plain[] {
  const gone = new Set(patch.filter(({ $patch }) => $patch === 'delete').map((item) => item[key]));
  const kept = before.filter((item) => !gone.has(item[key]));
  const changes = patch.filter(({ $patch }) => $patch === undefined);
  const known = new Set(kept.map((item) => item[key]));
  return [
    ...kept.map((item) => merge(item, changes.find((change) => change[key] === item[key]) ?? {})),
    ...changes.filter((change) => !known.has(change[key])),
  ];
}

const text = fc.constantFrom('a', 'b', 'c');
const env = fc.uniqueArray(fc.record({ name: text, value: text }), { selector: ({ name }) => name });
const mounts = fc.uniqueArray(fc.record({ mountPath: text, name: text }), { selector: ({ mountPath }) => mountPath });
const deployment = fc
  .record({
    replicas: fc.option(fc.nat(3), { nil: undefined }),
    env,
    mounts,
    affinity: fc.option(fc.constant({ podAntiAffinity: { preferred: [1] } }), { nil: undefined }),
    cpu: text,
    hash: fc.option(text, { nil: undefined }),
  })
  .map(({ replicas, env, mounts, affinity, cpu, hash }) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', labels: { app: 'shop' } },
    spec: {
      ...(replicas !== undefined && { replicas }),
      template: {
        metadata: { ...(hash && { annotations: { hash } }) },
        spec: {
          ...(affinity && { affinity }),
          containers: [{ name: 'shop', env, volumeMounts: mounts, resources: { requests: { cpu } } }],
        },
      },
    },
  }));

/** Items of merged lists stand in any order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sorted(item)])) : value;
}

test('strategicPatch() turns any Deployment into any other of its name when it is merged', () => {
  fc.assert(
    fc.property(deployment, deployment, (before, after) => {
      expect(sorted(merge(before, strategicPatch(before, after) ?? {}))).toEqual(sorted(after));
    }),
  );
});

test('strategicPatch() has nothing to say about equal objects', () => {
  fc.assert(
    fc.property(deployment, (one) => {
      expect(strategicPatch(one, structuredClone(one))).toBeUndefined();
    }),
  );
});

test('strategicPatch() names the object and the changed fields only', () => {
  const object = (replicas: number, value: string) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', labels: { app: 'shop' } },
    spec: { replicas, template: { spec: { containers: [{ name: 'shop', image: 'x', env: [{ name: 'A', value }] }] } } },
  });
  expect(strategicPatch(object(2, 'a'), object(3, 'b'))).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop' },
    spec: { replicas: 3, template: { spec: { containers: [{ name: 'shop', env: [{ name: 'A', value: 'b' }] }] } } },
  });
});
