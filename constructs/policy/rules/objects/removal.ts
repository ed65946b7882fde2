import type { Rule } from '../../rule.ts';

/** Not on the model nor on one object: it compares with what was rendered before, in `stacks/removals.ts`. */
export const removalIsMeant: Rule = {
  code: 'FL2003',
  title: 'A service is removed or renamed on purpose',
  why: 'When its file leaves git the engine deletes all that it runs, and a rename is a removal and a new service (argo-cd #16721, flux2 #3316)',
  fix: 'put its name into `tombstones` if that is what you want, or run with --allow-delete once',
};
