import { normalizeGitUrl } from '../../../forge/credential-prefix.ts';
import { repositoriesOf } from '../../../forge/repository-url.ts';
import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';

export const repositoryAccess: Rule = {
  code: 'FL1204',
  title: 'The engine has a credential for every repository of the forge',
  why: 'A private repository without one is never read, and its service stays as it is; a public one needs none',
  fix: 'add its group to `forge.credentials`, or say `publicRepositories: true`',
  level: 'warning',
  *model(platform) {
    const { forge } = platform;
    if (forge.publicRepositories) return;
    for (const { url, path } of repositoriesOf(platform)) {
      const ofForge = url.toLowerCase().startsWith(`https://${forge.host.toLowerCase()}/`);
      if (
        !ofForge ||
        forge.credentials.some((credential) => normalizeGitUrl(url).startsWith(normalizeGitUrl(credential.url)))
      )
        continue;
      yield { path, problem: `no credential fits ${quote(url)}` };
    }
  },
};
