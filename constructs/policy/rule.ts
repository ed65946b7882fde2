import type { RenderedObject } from '../files/render-objects.ts';
import type { Issue } from '../model/issue.ts';
import type { Platform } from '../model/platform.ts';

/** One thing that Fairlead knows goes wrong, and checks before anything is written. */
export interface Rule {
  /** `FL` and four digits, never reused. Ranges by topic are in `rules/index.ts`. */
  readonly code: string;
  /** What must hold, as a sentence without a full stop: "A wave comes after the waves of its dependencies". */
  readonly title: string;
  /** What happens otherwise, with the source of the fact. */
  readonly why: string;
  /** What to do about it in general; a finding may say it more exactly. */
  readonly fix: string;
  /** A warning is printed and does not stop a run. @default 'error' */
  readonly level?: 'error' | 'warning';
  /** Looks at the model, before anything is rendered. */
  readonly model?: (platform: Platform) => Iterable<Finding>;
  /** Looks at each rendered object. */
  readonly object?: (rendered: RenderedObject, platform: Platform) => Iterable<Finding>;
}

/** A rule that looks at the options of one engine, source or strategy, which alone knows their type. */
export interface OptionRule<T> extends Rule {
  readonly options: (options: T) => Iterable<Finding>;
}

/** All that the rules find in options. */
export function checkOptions<T>(rules: readonly OptionRule<T>[], options: T): Issue[] {
  return rules.flatMap((rule) => [...rule.options(options)].map((finding) => asIssue(rule, finding)));
}

/** What a rule found: an issue less what the rule itself knows. */
export interface Finding {
  readonly path: string;
  readonly problem: string;
  /** @default the rule's */
  readonly fix?: string;
}

/** The finding as an issue. Constructs that check their own options use it with the rule's text: `asIssue(duplicatePort, {...})`. */
export function asIssue(rule: Rule, { path, problem, fix }: Finding): Issue {
  return {
    code: rule.code,
    path,
    problem,
    fix: fix ?? rule.fix,
    ...(rule.level === 'warning' && { level: 'warning' }),
  };
}

/** All that the rules find in the model. */
export function checkModel(rules: readonly Rule[], platform: Platform): Issue[] {
  return rules.flatMap((rule) => [...(rule.model?.(platform) ?? [])].map((finding) => asIssue(rule, finding)));
}

/** All that the rules find in rendered objects. One pass, so that it stays linear. */
export function checkObjects(rules: readonly Rule[], objects: Iterable<RenderedObject>, platform: Platform): Issue[] {
  const looking = rules.filter((rule) => rule.object);
  const issues: Issue[] = [];
  for (const rendered of objects) {
    for (const rule of looking) {
      for (const finding of rule.object?.(rendered, platform) ?? []) issues.push(asIssue(rule, finding));
    }
  }
  return issues;
}
