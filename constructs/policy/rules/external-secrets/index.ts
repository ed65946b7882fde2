import { quote, suggest } from '../../../model/issue.ts';
import { labelProblem } from '../../../model/names.ts';
import type { Platform } from '../../../model/platform.ts';
import type { ExternalSecretsProps } from '../../../secrets/external-secrets.ts';
import type { OptionRule } from '../../rule.ts';

/** What the rules for External Secrets look at. */
export interface ExternalSecretsOptions {
  readonly props: ExternalSecretsProps;
  readonly operator: string;
  readonly platform: Platform;
}

export const operatorExists: OptionRule<ExternalSecretsOptions> = {
  code: 'FL1760',
  title: 'The operator that fetches secrets is a service of the platform',
  why: 'Without it nothing knows the kinds SecretStore and ExternalSecret, and every sync that has them fails',
  fix: 'add it to `services`, as the Helm chart external-secrets',
  *options({ operator, platform }) {
    const names = platform.services.map(({ name }) => name);
    if (!names.includes(operator))
      yield {
        path: 'secrets.operator',
        problem: `there is no service ${quote(operator)}`,
        fix: suggest(operator, names),
      };
  },
};

export const secretPlace: OptionRule<ExternalSecretsOptions> = {
  code: 'FL1761',
  title: 'An external secret lands in a namespace of the platform',
  why: "In one that does not exist the sync fails; in a stranger's it hands the secret to strangers",
  fix: 'write it as "namespace/name", with a namespace of the platform or of the engine',
  *options({ props, platform }) {
    const known = [...platform.namespaces.map(({ name }) => name), platform.engine.namespace];
    for (const [fullName, { data }] of Object.entries(props.secrets)) {
      const path = `secrets.secrets[${quote(fullName)}]`;
      const [namespace = '', name = '', ...rest] = fullName.split('/');
      if (rest.length > 0 || labelProblem(namespace) !== undefined || labelProblem(name, 253) !== undefined) {
        yield { path, problem: `${quote(fullName)} is not a namespace and a name` };
      } else if (!known.includes(namespace)) {
        yield { path, problem: `the platform has no namespace ${quote(namespace)}`, fix: suggest(namespace, known) };
      }
      if (Object.keys(data).length === 0)
        yield { path, problem: 'this secret has no key', fix: 'add `data`: the key, and its name in the store' };
    }
  },
};

/** Rules that look at the options of `externalSecrets({...})`. */
export const externalSecretRules: readonly OptionRule<ExternalSecretsOptions>[] = [operatorExists, secretPlace];
