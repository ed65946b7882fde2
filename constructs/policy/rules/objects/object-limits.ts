import { quote } from '../../../model/issue.ts';
import type { Finding, Rule } from '../../rule.ts';

/** Total of all annotations, in bytes (apimachinery, `TotalAnnotationSizeLimitB`). */
const annotationLimit = 256 * 1024;

/** Kinds whose names may be any part of a path, such as `system:reader`; all others have DNS names. */
const freeNames = new Set(['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding']);

export const objectLimits: Rule = {
  code: 'FL2002',
  title: 'Names, labels and annotations are within the limits of Kubernetes',
  why: 'The API server refuses other names, a name over 253 characters, a label value over 63, and annotations over 256 KiB',
  fix: 'shorten it, or use the characters that Kubernetes takes',
  *object({ manifest, file }) {
    const { name, labels, annotations } = manifest.metadata;
    if (name.length > 253)
      yield { path: file, problem: `the name has ${name.length} characters, and 253 is the limit` };
    else if (!freeNames.has(manifest.kind) && !/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/.test(name))
      yield { path: file, problem: `${manifest.kind} cannot have the name ${quote(name)}` };
    for (const [key, value] of entries(labels)) {
      const fits = typeof value === 'string' && /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/.test(value);
      if (!fits) yield { path: file, problem: `label ${quote(key)} cannot be ${quote(value)}` };
    }
    yield* annotationsOf(file, entries(annotations));
  },
};

function* annotationsOf(path: string, annotations: readonly [string, unknown][]): Iterable<Finding> {
  for (const [key, value] of annotations) {
    if (typeof value === 'string') continue;
    const fix = 'put it into quotation marks';
    yield { path, problem: `annotation ${quote(key)} is ${quote(value)}, which is no text`, fix };
  }
  const size = annotations.reduce((sum, [key, value]) => sum + Buffer.byteLength(`${key}${value}`), 0);
  if (size > annotationLimit)
    yield { path, problem: `the annotations have ${size} bytes, and ${annotationLimit} is the limit` };
}

function entries(map: unknown): [string, unknown][] {
  return typeof map === 'object' && map !== null ? Object.entries(map) : [];
}
