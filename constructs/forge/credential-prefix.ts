import { hostOnly, repositoryUrlProblem, type UrlProblem } from './repository-url.ts';

/**
 * A git URL as Argo CD compares it (util/git/git.go, `NormalizeGitURL`, v3.5): lower case, without `.git` at the end and without spaces
 * around. A slash at the end stays, which is what makes a prefix stop there.
 */
export function normalizeGitUrl(url: string): string {
  const trimmed = url.trim().toLowerCase();
  return trimmed.endsWith('.git') ? trimmed.slice(0, -4) : trimmed;
}

/** Why a prefix must not be a credential's, seen alone. Whether it ends with a slash is for the rule, which knows the repositories. */
export function prefixProblem(url: string): UrlProblem | undefined {
  const problem = repositoryUrlProblem(url);
  if (problem?.text === hostOnly) return { shown: problem.shown, text: 'fits every repository of that host' };
  return problem;
}
