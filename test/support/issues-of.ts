import { ConfigError, formatIssue, type Issue } from '../../constructs/model/issue.ts';
import type { Inputs, PlatformProps } from '../../constructs/model/platform.ts';
import { noInputs } from '../../constructs/model/resolve.ts';
import { render } from '../../stacks/gitops.ts';

/** Files beside a definition, by name. */
export type InputFiles = { readonly [K in keyof Inputs]?: Readonly<Record<string, string>> };

export function inputsOf(files: InputFiles = {}): Inputs {
  const map = (name: keyof Inputs) => new Map(Object.entries(files[name] ?? {}));
  return { ...noInputs, releases: map('releases'), pins: map('pins'), secrets: map('secrets') };
}

/** Every issue of a definition, warnings too, as `ConfigError` sorts them. What is no issue is thrown: it is a bug. */
export function findIssues(props: unknown, files?: InputFiles): readonly Issue[] {
  try {
    return new ConfigError(render(props as PlatformProps, inputsOf(files)).warnings).issues;
  } catch (error) {
    if (error instanceof ConfigError) return error.issues;
    throw error;
  }
}

/** The texts of `findIssues`, as people read them. */
export function issuesOf(props: unknown, files?: InputFiles): readonly string[] {
  return findIssues(props, files).map(
    (issue) => `${issue.level === 'warning' ? 'warning: ' : ''}${formatIssue(issue)}`,
  );
}
