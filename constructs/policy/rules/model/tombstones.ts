import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';

export const tombstoneGone: Rule = {
  code: 'FL1405',
  title: 'A tombstone stands for a service that is gone',
  why: 'A name that is both a service and a tombstone says two things, and the next removal would go unnoticed',
  fix: 'take it out of `tombstones`, or out of `services`',
  *model(platform) {
    const services = new Set(platform.services.map(({ name }) => name));
    for (const name of platform.tombstones) {
      if (services.has(name)) yield { path: 'tombstones', problem: `service ${quote(name)} still exists` };
    }
  },
};
