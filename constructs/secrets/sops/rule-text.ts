import type { Rule } from '../../policy/rule.ts';

/** What the list of rules shows of a defect: its code, what must hold, what happens otherwise, and the way out. */
export type RuleText = Pick<Rule, 'code' | 'title' | 'why' | 'fix'>;
