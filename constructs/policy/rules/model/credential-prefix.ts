import { normalizeGitUrl, prefixProblem } from '../../../forge/credential-prefix.ts';
import { repositoriesOf } from '../../../forge/repository-url.ts';
import { quote } from '../../../model/issue.ts';
import type { Platform } from '../../../model/platform.ts';
import type { Finding, Rule } from '../../rule.ts';

export const credentialPrefix: Rule = {
  code: 'FL1203',
  title: "A credential fits the repositories of this platform, and no stranger's",
  why:
    'Argo CD hands a credential to every repository whose URL starts with its prefix: without a slash at the end, `.../shop` fits `.../shop-evil/x` too, ' +
    'and a prefix of the wrong group fits nothing',
  fix: 'end it with "/" after the group that holds the repositories',
  *model(platform) {
    const repositories = repositoriesOf(platform).map(({ url }) => url);
    const seen = new Map<string, number>();
    for (const [index, { url, secret }] of platform.forge.credentials.entries()) {
      const path = `forge.credentials[${index}]`;
      const problem = prefixProblem(url);
      const group = groupOf(repositories.find((repository) => sameHost(repository, url)) ?? repositories[0] ?? '');
      if (problem)
        yield {
          path: `${path}.url`,
          problem: `${quote(problem.shown)} ${problem.text}`,
          fix: problem.fix ?? `use ${quote(group)}`,
        };
      else if (!repositories.some((repository) => fits(url, repository))) {
        const wide = url.endsWith('/') ? '' : `, and would match ${quote(`${url}-x/...`)}`;
        yield {
          path: `${path}.url`,
          problem: `${quote(url)} matches no repository of this platform${wide}`,
          fix: quote(group),
        };
      } else if (!url.endsWith('/')) {
        yield {
          path: `${path}.url`,
          problem: `${quote(url)} also matches ${quote(`${url}-x/...`)}`,
          fix: quote(`${url}/`),
        };
      }
      const same = seen.get(normalizeGitUrl(url));
      if (same !== undefined)
        yield {
          path: `${path}.url`,
          problem: `${quote(url)} is the prefix of forge.credentials[${same}] too`,
          fix: 'keep one of them: which one wins is chance',
        };
      seen.set(normalizeGitUrl(url), index);
      yield* unknownSecret(platform, `${path}.secret`, secret);
    }
  },
};

function* unknownSecret(platform: Platform, path: string, secret: string): Iterable<Finding> {
  const wanted = `${platform.engine.namespace}/${secret}`;
  const provided = platform.secrets.provides(platform);
  if (provided.includes(wanted)) return;
  yield {
    path,
    problem: `${platform.secrets.title} brings no Secret ${quote(wanted)}`,
    fix: `add it; it brings ${provided.map(quote).join(', ') || 'none'}`,
  };
}

/** Argo CD's own comparison (util/db/repository_secrets.go, v3.5). */
const fits = (prefix: string, repository: string) => normalizeGitUrl(repository).startsWith(normalizeGitUrl(prefix));
const groupOf = (repository: string) => `${repository.replace(/\/+$/, '').replace(/\/[^/]*$/, '')}/`;
const hostOf = (url: string) => /^[a-z+]+:\/\/([^/]*)/i.exec(url)?.[1]?.toLowerCase();
const sameHost = (a: string, b: string) => hostOf(a) !== undefined && hostOf(a) === hostOf(b);
