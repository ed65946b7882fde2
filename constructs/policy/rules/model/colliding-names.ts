import { quote } from '../../../model/issue.ts';
import { labelProblem } from '../../../model/names.ts';
import type { Platform } from '../../../model/platform.ts';
import { namespacesOf } from '../../../model/resolve.ts';
import type { Service } from '../../../model/service.ts';
import type { Finding, Rule } from '../../rule.ts';

export const collidingNames: Rule = {
  code: 'FL1104',
  title: 'Names stay within their limit, and stay different, once the environment is added',
  why: 'Service `shop-dev` and the copy of service `shop` for `dev` would overwrite each other; past 63 characters the API server refuses a Namespace',
  fix: 'rename one of them',
  *model(platform) {
    yield* sameEnvironment(platform);
    yield* sameName(platform);
    yield* sameNamespace(platform);
  },
};

function* sameEnvironment({ environments }: Platform): Iterable<Finding> {
  for (const [index, { name }] of environments.entries()) {
    const first = environments.findIndex((other) => other.name === name);
    if (first < index)
      yield {
        path: `environments[${index}]`,
        problem: `${quote(name)} is environments[${first}] too`,
        fix: 'remove one of them',
      };
  }
}

function* sameName(platform: Platform): Iterable<Finding> {
  const owners = new Map<string, string>();
  for (const { name, source } of platform.services) {
    const copies =
      source.perEnvironment && platform.environments.length > 0
        ? [...new Set(platform.environments.map((e) => `${name}-${e.name}`))]
        : [name];
    for (const object of copies.map((copy) => platform.engine.objectName(copy))) {
      const other = owners.get(object);
      if (other !== undefined)
        yield {
          path: `services.${name}`,
          problem: `services ${quote(other)} and ${quote(name)} are both delivered as ${quote(object)}`,
        };
      owners.set(object, name);
    }
  }
}

function* sameNamespace(platform: Platform): Iterable<Finding> {
  const owners = new Map<string, Pick<Service, 'name' | 'namespace' | 'cluster' | 'team' | 'podSecurity'>>();
  for (const service of platform.services) {
    for (const namespace of new Set(namespacesOf(service, platform.environments))) {
      const path = `services.${service.name}.namespace`;
      const problem = namespace === service.namespace ? undefined : labelProblem(namespace);
      if (problem !== undefined)
        yield { path, problem: `${quote(namespace)} ${problem}`, fix: 'shorten the namespace or the environment' };
      const other = owners.get(namespace);
      owners.set(namespace, service);
      if (!other) continue;
      const both = `${quote(other.name)} and ${quote(service.name)} share the namespace ${quote(namespace)}`;
      if (other.namespace !== service.namespace) yield { path, problem: `${both}, which only one of them asks for` };
      else if (other.cluster !== service.cluster)
        yield { path, problem: `${both} and run in different clusters`, fix: 'give each its own namespace' };
      else if (other.team !== service.team)
        yield { path, problem: `${both} and belong to different teams`, fix: 'give each team namespaces of its own' };
      else if (other.podSecurity !== service.podSecurity) {
        yield {
          path: `services.${service.name}.podSecurity`,
          problem: `${both} and want different Pod Security levels`,
          fix: 'set it once, under `namespaces`, or use two',
        };
      }
    }
  }
}
