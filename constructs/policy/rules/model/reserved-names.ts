import { foundationTeam } from '../../../delivery/engine.ts';
import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';

export const reservedNames: Rule = {
  code: 'FL1103',
  title: 'A name does not stand for something else already',
  why:
    'The project `default` is open to everything until it is emptied, the account `default` is what every pod runs as that names no other, ' +
    "previews are no stage, and Fairlead's own layers have names too",
  fix: 'choose another name',
  *model(platform) {
    for (const { name } of platform.teams) {
      if (name === 'default')
        yield { path: 'teams.default', problem: 'the project "default" is emptied and used by nothing' };
      if (name === foundationTeam.name)
        yield { path: `teams.${name}`, problem: `${quote(name)} is the team of Fairlead's own layers` };
      if (name === platform.engine.rootName)
        yield { path: `teams.${name}`, problem: `${quote(name)} is the project of the root` };
    }
    for (const [index, { name }] of platform.environments.entries()) {
      if (name !== 'preview' && name !== 'previews' && name !== 'base') continue;
      yield { path: `environments[${index}]`, problem: `${quote(name)} is not a stage that a release goes through` };
    }
    for (const { name } of platform.access) {
      if (name === 'default')
        yield { path: 'access.default', problem: 'every pod runs as the account "default" that names no other' };
    }
    const suffixes = platform.clusters.length === 1 ? [''] : platform.clusters.map(({ name }) => `-${name}`);
    const layers = ['foundation', 'credentials', 'secrets'].flatMap((layer) => suffixes.map((end) => layer + end));
    const roots = suffixes.map((end) => platform.engine.rootName + end);
    for (const { name } of platform.services) {
      const path = `services.${name}`;
      if (layers.includes(name)) yield { path, problem: `${quote(name)} is a layer of Fairlead's own` };
      if (roots.includes(platform.engine.objectName(name)))
        yield { path, problem: `${quote(platform.engine.objectName(name))} is what delivers all the others` };
    }
  },
};
