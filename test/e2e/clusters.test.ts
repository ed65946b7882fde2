import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ControlPlane, startControlPlane } from './harness/control-plane.ts';
import { proved } from './harness/facts.ts';
import type { KubeObject } from './harness/kube-object.ts';
import { until } from './harness/until.ts';
import { WatchLog } from './harness/watch-log.ts';

const AREA = 'Control planes';

let one: ControlPlane;
let two: ControlPlane;

beforeAll(async () => {
  [one, two] = await Promise.all([startControlPlane({ name: 'one' }), startControlPlane({ name: 'two' })]);
});

afterAll(async () => {
  await Promise.all([one?.stop(), two?.stop()]);
});

function configMap(name: string): KubeObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'default' }, data: { name } };
}

test('two clusters side by side do not know each other', async () => {
  await one.client.create(configMap('only-in-one'));
  const ref = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'default', name: 'only-in-one' };
  expect(await one.client.find(ref)).toBeDefined();
  expect(await two.client.find(ref)).toBeUndefined();
  await expect(two.client.withToken(one.client.connection.token).get(ref)).rejects.toMatchObject({ status: 401 });
  proved(AREA, 'Two clusters side by side share nothing', `${one.url} and ${two.url}`);
});

test('authorization is on: somebody without a role may do nothing', async () => {
  const secrets = { apiVersion: 'v1', kind: 'Secret', namespace: 'default' };
  await expect(one.client.as('nobody', ['system:authenticated']).list(secrets)).rejects.toMatchObject({ status: 403 });
});

test('a watch log goes on where it was after the API server came back', async () => {
  const log = await WatchLog.start(one.client, { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'default' });
  await one.client.create(configMap('before'));
  await one.stopApiServer();
  const seconds = await one.startApiServer();
  await one.client.create(configMap('after'));
  const added = (name: string) => log.events.filter((each) => each.object.metadata.name === name);
  await until(async () => added('after').length > 0, { what: 'the log has what came after the restart' });
  log.stop();
  expect([added('before').length, added('after').length]).toEqual([1, 1]);
  const versions = log.events.slice(-2).map((event) => Number(event.resourceVersion));
  expect(versions[0]).toBeLessThan(versions[1] as number);
  proved(
    AREA,
    'A watch log goes on after a restart of kube-apiserver and repeats nothing',
    `${seconds.toFixed(1)} s away`,
  );
});
