import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ControlPlane, startControlPlane } from './harness/control-plane.ts';
import { installCrds, readCrds } from './harness/crds.ts';
import { proved } from './harness/facts.ts';

let cluster: ControlPlane;

beforeAll(async () => {
  cluster = await startControlPlane({ name: 'crds' });
});

afterAll(() => cluster?.stop());

test('every definition of the pinned modules is served', async () => {
  const started = Date.now();
  const crds = await readCrds();
  await installCrds(cluster.client, crds);
  const kinds = crds.map((crd) => crd.spec.names.kind as string).sort();
  expect(kinds).toEqual(expect.arrayContaining(['Application', 'AppProject', 'FluxInstance', 'GitRepository']));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  proved('Control planes', `CRDs of Go modules are served: ${kinds.join(', ')}`, `${kinds.length} in ${seconds} s`);
});
