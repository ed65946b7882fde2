import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';

export const waveReasons: Rule = {
  code: 'FL1404',
  title: 'A reason is given for a wave that exists',
  why: 'The wave table of the README would explain a wave in which nothing starts',
  fix: 'use the number of a wave that a service is in',
  level: 'warning',
  *model(platform) {
    const used = new Set(platform.services.map(({ wave }) => wave));
    for (const [wave] of platform.waves) {
      if (!used.has(wave)) yield { path: `waves.${wave}`, problem: `no service is in wave ${quote(wave)}` };
    }
  },
};
