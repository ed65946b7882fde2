import { quote, suggest } from '../../../model/issue.ts';
import { commitPattern, readPin } from '../../../model/pin.ts';
import type { Rule } from '../../rule.ts';

export const pinsAreCommits: Rule = {
  code: 'FL1406',
  title: 'A pin is the full commit of an existing service',
  why: 'The engine would look for a revision that does not exist, and the service would stay as it is without a word',
  fix: 'let `fairlead release` write the file: `commit:` and 40 hex digits',
  *model(platform) {
    const services = platform.services.map(({ name }) => name);
    for (const file of [...platform.inputs.pins.keys()].sort()) {
      const service = file.replace(/\.yaml$/, '');
      const path = `pins/${file}`;
      if (!services.includes(service)) {
        yield {
          path,
          problem: `there is no service ${quote(service)}`,
          fix: `delete the file, or ${suggest(service, services)}`,
        };
        continue;
      }
      const commit = readPin(platform, service);
      if (commit === undefined) yield { path, problem: 'there is no commit in it' };
      else if (!commitPattern.test(commit)) yield { path, problem: `${quote(commit)} is not a full commit` };
    }
  },
};
