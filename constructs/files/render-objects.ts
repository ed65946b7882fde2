import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ConfigError, type Issue, quote } from '../model/issue.ts';
import type { FileTree } from './file-tree.ts';
import { objectFileName } from './object-file-name.ts';
import { emitYaml } from './yaml.ts';

/** A Kubernetes object as its file has it, and where it comes from. */
export interface RenderedObject {
  /** Path of the file in the tree. */
  readonly file: string;
  /** Path of the construct, as errors name it. */
  readonly construct: string;
  /** Plain data, keys sorted, nothing undefined. */
  readonly manifest: Manifest;
}

/** What every Kubernetes object has; the rest depends on its kind. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly [key: string]: unknown };
  readonly [key: string]: unknown;
}

/**
 * Adds each object below `scope` to the tree as one file in `folder` (`''` for the root), and returns them in the order of their files.
 * One pass over the constructs: `App.synth` resolves the whole app again for every chart.
 *
 * Throws a ConfigError when constructs refuse themselves (FL3011), an object has no name (FL3012), or two objects are one and the same
 * or share a file name (FL3013).
 */
export function renderObjects(scope: Construct, tree: FileTree, folder: string): readonly RenderedObject[] {
  const constructs = scope.node.findAll();
  const issues: Issue[] = constructs.flatMap((construct) =>
    construct.node.validate().map((problem) => ({
      code: 'FL3011',
      path: construct.node.path,
      problem,
      fix: 'change what defines this construct',
    })),
  );
  if (issues.length > 0) throw new ConfigError(issues);

  const byFile = new Map<string, RenderedObject>();
  for (const construct of constructs) {
    if (!ApiObject.isApiObject(construct)) continue;
    const object = renderObject(construct, folder);
    const other = byFile.get(object.file);
    if (typeof object.manifest.metadata?.name !== 'string') issues.push(nameless(object));
    else if (other) issues.push(twice(other, object));
    else byFile.set(object.file, object);
  }
  if (issues.length > 0) throw new ConfigError(issues);

  const objects = [...byFile.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const { file, construct, manifest } of objects) tree.add(file, emitYaml(manifest), construct);
  return objects;
}

function renderObject(object: ApiObject, folder: string): RenderedObject {
  const manifest = object.toJson() as Manifest;
  const name = objectFileName(manifest.kind, manifest.metadata?.namespace, String(manifest.metadata?.name));
  return { file: folder === '' ? name : `${folder}/${name}`, construct: object.node.path, manifest };
}

function nameless({ construct, manifest }: RenderedObject): Issue {
  return {
    code: 'FL3012',
    path: construct,
    problem: `this ${manifest.kind} has the name ${quote(manifest.metadata?.name)}`,
    fix: 'give metadata.name a string',
  };
}

function twice(first: RenderedObject, second: RenderedObject): Issue {
  const { kind, metadata } = second.manifest;
  const same = identity(first.manifest) === identity(second.manifest);
  const object = `${kind} ${quote(metadata.namespace === undefined ? metadata.name : `${metadata.namespace}/${metadata.name}`)}`;
  return {
    code: 'FL3013',
    path: second.construct,
    problem: same
      ? `${object} is defined by ${first.construct} too`
      : `${object} has the file name ${quote(second.file)}, which ${first.construct} renders to`,
    fix: same
      ? 'define it once, or give one of them another name'
      : 'give one of them another name, or a folder of its own',
  };
}

/** What the API server takes for one object: the version of the API is not part of it. */
function identity({ apiVersion, kind, metadata }: Manifest): string {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return JSON.stringify([group, kind, metadata.namespace ?? null, metadata.name]);
}
