import { quote } from '../../../model/issue.ts';
import type { OptionRule } from '../../rule.ts';
import type { ArgocdOptions } from './argocd-options.ts';

export const unreachableHost: OptionRule<ArgocdOptions> = {
  code: 'FL1304',
  title: 'The host of Argo CD says where its traffic comes in and where TLS ends',
  why: 'A proxy outside the cluster (quinza has Caddy behind Cloudflare) reaches pods through some ingress; only with its name can a policy let it, and nothing else, in',
  fix: 'add `ingress: { className, namespace }`, with `tlsSecret`, or with `tlsEndsAt` naming what is in front',
  *options({ props: { host, ingress } }) {
    if (host !== undefined && !ingress)
      yield { path: 'engine.ingress', problem: `host ${quote(host)} is reached through an ingress that is not named` };
    if (host === undefined && ingress)
      yield { path: 'engine.host', problem: 'there is an ingress, and no host for it', fix: 'add `host`' };
    if (ingress && ingress.tlsSecret === undefined && ingress.tlsEndsAt === undefined) {
      yield {
        path: 'engine.ingress',
        problem: 'nothing says where TLS ends',
        fix: 'add `tlsSecret`, or `tlsEndsAt` naming what is in front',
      };
    }
  },
};
