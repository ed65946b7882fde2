import { quote } from '../../../model/issue.ts';
import type { Values } from '../../../model/merge-values.ts';
import type { OptionRule } from '../../rule.ts';
import { type ArgocdOptions, valueAt } from './argocd-options.ts';

export const exposedServer: OptionRule<ArgocdOptions> = {
  code: 'FL1303',
  title: 'A server that speaks plain HTTP is reached through its ingress alone',
  why:
    '`server.insecure` is meant for an ingress that ends TLS; on a LoadBalancer or NodePort, or with a network policy that lets everything in ' +
    '(as the chart has it), passwords and tokens cross the network in clear',
  fix: 'leave the service a ClusterIP and the policies as Fairlead sets them',
  *options({ props, values }) {
    const source = insecureBy(values);
    const insecure = source !== undefined;
    const type = valueAt(values, 'server', 'service', 'type');
    if (insecure && !props.ingress) {
      yield {
        path: source,
        problem:
          'the server speaks plain HTTP, and the definition does not say through which ingress its traffic comes',
        fix: 'name it: `ingress: { className, namespace, tlsEndsAt }`',
      };
    }
    if (insecure && type !== 'ClusterIP') {
      yield {
        path: 'engine.values.server.service.type',
        problem: `${quote(type)} shows a plain HTTP server to the network`,
      };
    }
    const policies = [
      ['global', valueAt(values, 'global', 'networkPolicy', 'create')],
      ['server', valueAt(values, 'server', 'networkPolicy', 'create')],
    ] as const;
    for (const [part, create] of policies) {
      if (!insecure || create !== true) continue;
      yield {
        path: `engine.values.${part}.networkPolicy.create`,
        problem: "the chart's policy for the server lets every pod in, beside ours",
      };
    }
  },
};

/** Place of the setting that switches TLS off in the server: the parameter, its flag or its variable. */
function insecureBy(values: Values): string | undefined {
  if (String(valueAt(values, 'configs', 'params', 'server.insecure')) === 'true')
    return 'engine.values.configs.params["server.insecure"]';
  const texts = (field: string) => JSON.stringify(valueAt(values, 'server', field) ?? []);
  if (/"--insecure(=true)?"/.test(texts('extraArgs'))) return 'engine.values.server.extraArgs';
  return texts('env').includes('"ARGOCD_SERVER_INSECURE"') ? 'engine.values.server.env' : undefined;
}
