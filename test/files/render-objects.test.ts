import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FileTree } from '../../constructs/files/file-tree.ts';
import { objectFileName } from '../../constructs/files/object-file-name.ts';
import { renderObjects } from '../../constructs/files/render-objects.ts';
import { ConfigError } from '../../constructs/model/issue.ts';

function chart(): Chart {
  return new Chart(new App(), 'chart', { disableResourceNameHashes: true });
}

function object(
  scope: Construct,
  id: string,
  kind: string,
  name: string,
  namespace?: string,
  apiVersion = 'v1',
): ApiObject {
  return new ApiObject(scope, id, { apiVersion, kind, metadata: { name, ...(namespace && { namespace }) } });
}

function refusal(scope: Construct): string {
  const tree = new FileTree();
  try {
    renderObjects(scope, tree, 'apps/web');
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    expect(tree.size).toBe(0);
    return (error as Error).message;
  }
  return 'nothing was refused';
}

describe('objects become files', () => {
  it('one each, named by kind, namespace and name, wherever in the scope they are', () => {
    const scope = chart();
    object(scope, 'a', 'ConfigMap', 'web', 'prod');
    object(
      new Construct(new Construct(scope, 'deep'), 'deeper'),
      'b',
      'ClusterRole',
      'web',
      undefined,
      'rbac.authorization.k8s.io/v1',
    );
    object(new Chart(scope, 'nested', { namespace: 'from-chart' }), 'c', 'ConfigMap', 'web');
    const tree = new FileTree();
    const objects = renderObjects(scope, tree, 'apps/web');
    const paths = [
      'apps/web/clusterrole.web.yaml',
      'apps/web/configmap.from-chart.web.yaml',
      'apps/web/configmap.prod.web.yaml',
    ];
    expect(tree.paths()).toEqual(paths);
    expect(objects.map(({ file, construct, manifest }) => [file, construct, manifest.kind])).toEqual([
      [paths[0], 'chart/deep/deeper/b', 'ClusterRole'],
      [paths[1], 'chart/nested/c', 'ConfigMap'],
      [paths[2], 'chart/a', 'ConfigMap'],
    ]);
    for (const { file, manifest } of objects) expect(parse(tree.get(file) ?? '')).toEqual(manifest);
    expect(tree.get('apps/web/clusterrole.web.yaml')).toBe(
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: web\n',
    );
  });

  it('at the root of the tree when the folder is empty', () => {
    const scope = chart();
    object(scope, 'a', 'Namespace', 'web');
    const tree = new FileTree();
    renderObjects(scope, tree, '');
    expect(tree.paths()).toEqual(['namespace.web.yaml']);
  });

  it('with what cdk8s resolves late: lazy values, patches, metadata added afterwards', () => {
    const scope = chart();
    const late = new ApiObject(scope, 'late', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'late' },
      data: { a: Lazy.any({ produce: () => 'lazy' }), b: undefined },
    });
    late.addJsonPatch(JsonPatch.add('/data/c', 'patched'));
    late.metadata.addLabel('added', 'yes');
    const tree = new FileTree();
    renderObjects(scope, tree, '');
    expect(tree.get('configmap.late.yaml')).toBe(
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n    added: "yes"\n  name: late\ndata:\n  a: lazy\n  c: patched\n',
    );
  });

  it('the same ones in whatever order they were defined', () => {
    const render = (ids: readonly string[]) => {
      const scope = chart();
      for (const id of ids) object(scope, id, 'ConfigMap', id, 'x');
      const tree = new FileTree();
      renderObjects(scope, tree, 'apps');
      return [...tree.entries()];
    };
    expect(render(['b', 'a', 'c'])).toEqual(render(['c', 'b', 'a']));
  });
});

describe('what cannot become files is refused, with the constructs named', () => {
  it('an object that is defined twice, also in another version of its API', () => {
    const scope = chart();
    object(scope, 'a', 'Ingress', 'web', 'prod', 'networking.k8s.io/v1');
    object(scope, 'b', 'Ingress', 'web', 'prod', 'networking.k8s.io/v1beta1');
    object(scope, 'c', 'ConfigMap', 'same');
    object(scope, 'd', 'ConfigMap', 'same');
    expect(refusal(scope).split('\n')).toEqual([
      'FL3013 at chart/b: Ingress "prod/web" is defined by chart/a too. Fix: define it once, or give one of them another name.',
      'FL3013 at chart/d: ConfigMap "same" is defined by chart/c too. Fix: define it once, or give one of them another name.',
    ]);
  });

  it('two objects that differ but share a file name', () => {
    const scope = chart();
    object(scope, 'a', 'Service', 'web', 'prod');
    object(scope, 'b', 'Service', 'web', 'prod', 'serving.knative.dev/v1');
    expect(refusal(scope)).toBe(
      'FL3013 at chart/b: Service "prod/web" has the file name "apps/web/service.prod.web.yaml", which chart/a renders to. ' +
        'Fix: give one of them another name, or a folder of its own.',
    );
  });

  it('an object without a name', () => {
    const scope = chart();
    new ApiObject(scope, 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 5 as unknown as string } });
    expect(refusal(scope)).toBe('FL3012 at chart/a: this ConfigMap has the name 5. Fix: give metadata.name a string.');
  });

  it('constructs that find themselves invalid, all at once', () => {
    const scope = chart();
    for (const id of ['a', 'b'])
      object(scope, id, 'ConfigMap', id).node.addValidation({ validate: () => [`${id} is wrong`] });
    expect(refusal(scope).split('\n')).toEqual([
      'FL3011 at chart/a: a is wrong. Fix: change what defines this construct.',
      'FL3011 at chart/b: b is wrong. Fix: change what defines this construct.',
    ]);
  });
});

describe('file names of objects', () => {
  it('are safe, and readable where the name is', () => {
    expect(objectFileName('ClusterRole', undefined, 'system:auth-delegator')).toBe(
      'clusterrole.system_3aauth-delegator.yaml',
    );
    expect(objectFileName('Role', 'kube-system', 'Leader_Election')).toBe(
      'role.kube-system._4ceader_5f_45lection.yaml',
    );
    expect(objectFileName('ConfigMap', 'a', '../../etc/passwd')).toBe('configmap.a..._2f.._2fetc_2fpasswd.yaml');
    expect(objectFileName('CustomResourceDefinition', undefined, 'applications.argoproj.io')).toBe(
      'customresourcedefinition.applications.argoproj.io.yaml',
    );
  });

  it('are different for different names, also on a file system that ignores case, and never too long', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'a',
        'A',
        'a:b',
        'ab',
        'a_b',
        'a_3ab',
        'é',
        'É',
        'con',
        '..',
        'x'.repeat(253),
        `${'x'.repeat(252)}y`,
      ),
      fc.string({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [first, second] = [a, b].map((each) => objectFileName('Role', 'ns', each));
        expect(first).toMatch(/^role\.ns\.[a-z0-9_.-]*\.yaml$/);
        expect(first?.length).toBeLessThanOrEqual(255);
        expect(first === second).toBe(a === b);
      }),
      { numRuns: 2000 },
    );
  });
});
