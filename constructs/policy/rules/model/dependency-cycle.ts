import { findCycles } from '../../../model/wave.ts';
import type { Rule } from '../../rule.ts';

export const dependencyCycle: Rule = {
  code: 'FL1402',
  title: 'Dependencies have a beginning',
  why: 'Services that wait for each other are never started: Flux says of such a circle that it "will never be applied", and no wave can order it',
  fix: 'remove one of these edges',
  *model(platform) {
    const services = Object.fromEntries(platform.services.map(({ name, dependsOn }) => [name, { dependsOn }]));
    for (const cycle of findCycles(services))
      yield { path: `services.${cycle[0]}.dependsOn`, problem: cycle.join(' → ') };
  },
};
