import { quote } from '../../../model/issue.ts';
import { defaultWave, foundationWave, highestWave } from '../../../model/wave.ts';
import type { Rule } from '../../rule.ts';

export const waveOrder: Rule = {
  code: 'FL1403',
  title: 'A wave comes after the waves of its dependencies',
  why: 'What waits for a service has to start after it: in the same wave, or an earlier one, it starts without it',
  fix: 'raise the wave, or leave it out and it follows from `dependsOn`',
  *model(platform) {
    const waves = new Map(platform.services.map(({ name, wave }) => [name, wave]));
    for (const { name, wave, waveGiven, dependsOn } of platform.services) {
      const path = `services.${name}.wave`;
      // One that follows from its dependencies is wrong only because of them, or of a cycle, which another rule shows.
      if (!waveGiven && !dependsOn.every((dependency) => isWave(waves.get(dependency) ?? wave))) continue;
      if (!isWave(wave)) {
        const fix = `use a whole number from ${foundationWave + 2} to ${highestWave}; the default is ${defaultWave}`;
        yield { path, problem: `${quote(wave)} is not a wave`, fix };
        continue;
      }
      for (const dependency of waveGiven ? dependsOn : []) {
        const before = waves.get(dependency);
        if (before === undefined || before < wave || dependency === name) continue;
        yield {
          path,
          problem: `wave ${wave} is not after wave ${before} of ${quote(dependency)}, which it depends on`,
          fix: `use ${before + 1} or more`,
        };
      }
    }
  },
};

function isWave(wave: number): boolean {
  return Number.isInteger(wave) && wave > foundationWave + 1 && wave <= highestWave;
}
