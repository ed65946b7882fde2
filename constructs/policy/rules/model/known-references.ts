import { quote, suggest } from '../../../model/issue.ts';
import { namespacesOf } from '../../../model/resolve.ts';
import type { Finding, Rule } from '../../rule.ts';

export const knownReferences: Rule = {
  code: 'FL1401',
  title: 'Every name that is used is defined',
  why: 'A dependency, team or cluster that does not exist would be waited for, or ignored, for ever',
  fix: 'use a name that exists',
  *model(platform) {
    const services = new Set(platform.services.map(({ name }) => name));
    const teams = new Set(platform.teams.map(({ name }) => name));
    const clusters = new Set(platform.clusters.map(({ name }) => name));
    const runsIn = Map.groupBy(
      platform.services.flatMap((service) =>
        namespacesOf(service, platform.environments).map((namespace) => ({ namespace, service })),
      ),
      ({ namespace }) => namespace,
    );
    if (clusters.size === 0)
      yield { path: 'clusters', problem: 'there is no cluster', fix: 'name one, or leave the field out' };
    if (teams.size === 0) yield { path: 'teams', problem: 'there is no team', fix: 'name one, or leave the field out' };
    for (const { name, dependsOn, team, cluster } of platform.services) {
      const path = `services.${name}`;
      for (const dependency of dependsOn) yield* unknown(`${path}.dependsOn`, 'service', dependency, services);
      yield* unknown(`${path}.team`, 'team', team, teams);
      yield* unknown(`${path}.cluster`, 'cluster', cluster, clusters);
    }
    for (const { name, team, cluster } of platform.namespaces) {
      const path = `namespaces.${name}`;
      const own = (runsIn.get(name) ?? []).map(({ service }) => service);
      if (own.every((service) => service.team !== team)) yield* unknown(`${path}.team`, 'team', team, teams);
      const [first] = own;
      if (first === undefined) yield* unknown(`${path}.cluster`, 'cluster', cluster, clusters);
      else if (own.every((service) => service.cluster !== cluster)) {
        const problem = `service ${quote(first.name)}, which runs there, is in cluster ${quote(first.cluster)}`;
        yield { path: `${path}.cluster`, problem, fix: 'leave it out' };
      }
    }
  },
};

function* unknown(path: string, what: string, name: string, known: ReadonlySet<string>): Iterable<Finding> {
  if (known.has(name)) return;
  // Where there is none at all, that is said once.
  if (known.size === 0 && what !== 'service') return;
  const problem =
    name === '' ? `there are several ${what}s, and this does not say which` : `there is no ${what} ${quote(name)}`;
  yield { path, problem, fix: suggest(name, [...known]) };
}
