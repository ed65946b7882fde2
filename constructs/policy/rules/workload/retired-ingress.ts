import { quote } from '../../../model/issue.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const retiredIngress: OptionRule<WorkloadUse> = {
  code: 'FL1923',
  title: 'Traffic comes in through a controller that still gets fixes',
  why: 'ingress-nginx was archived on 24 March 2026: no more fixes, also not of security holes (Kubescape C-0292)',
  fix: 'move to another controller, such as Traefik, or to a Gateway',
  level: 'warning',
  *options({ props, path }) {
    if (!props.ingress) return;
    const { className, namespace, annotations } = props.ingress;
    const nginx = Object.keys(annotations ?? {}).find((key) => key.startsWith('nginx.ingress.kubernetes.io/'));
    if (className === 'nginx' || className === 'ingress-nginx')
      yield { path: `${path}.ingress.className`, problem: `class ${quote(className)} is, as a rule, ingress-nginx` };
    else if (namespace === 'ingress-nginx')
      yield { path: `${path}.ingress.namespace`, problem: `the controller in ${quote(namespace)} is ingress-nginx` };
    else if (nginx !== undefined)
      yield { path: `${path}.ingress.annotations`, problem: `${quote(nginx)} is for ingress-nginx` };
  },
};
