import { joinPath } from '../../../model/shape.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

/** Of all annotations of an object, in bytes (apimachinery, `TotalAnnotationSizeLimitB`). */
const LIMIT = 256 * 1024;

export const annotationSize: OptionRule<WorkloadUse> = {
  code: 'FL1920',
  title: 'Annotations have valid names, and at most 256 KiB in all',
  why: 'The API server refuses others',
  fix: 'write names like "traefik.ingress.kubernetes.io/router.middlewares"',
  *options({ props, path }) {
    const annotations = Object.entries(props.ingress?.annotations ?? {});
    const size = annotations.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);
    const problem = `the annotations have ${size} bytes, and ${LIMIT} is the limit`;
    if (size > LIMIT) yield { path: `${path}.ingress.annotations`, problem, fix: 'move the text into a ConfigMap' };
    for (const [key] of annotations) {
      if (!/^([a-z0-9.-]{1,253}\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/.test(key)) {
        yield { path: joinPath(path, ['ingress', 'annotations', key]), problem: 'this is no name of an annotation' };
      }
    }
  },
};
