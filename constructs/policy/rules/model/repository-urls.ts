import { isPlainPath } from '../../../files/file-tree.ts';
import { repositoriesOf, repositoryUrlProblem } from '../../../forge/repository-url.ts';
import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';

export const repositoryUrls: Rule = {
  code: 'FL1201',
  title: 'A repository is read over https or ssh, with no credential in its URL',
  why: 'Over http anyone on the way can change what the cluster runs; a password in a URL ends up in git, logs and error texts; other schemes run commands',
  fix: 'write it like "https://gitlab.com/group/project" or "ssh://git@host/group/project"',
  *model(platform) {
    for (const { url, path } of repositoriesOf(platform)) {
      const problem = repositoryUrlProblem(url);
      if (problem)
        yield {
          path,
          problem: `${quote(problem.shown)} ${problem.text}`,
          ...(problem.fix !== undefined && { fix: problem.fix }),
        };
    }
    const { path } = platform.repository;
    // The default follows from the name, which is wrong itself then.
    if (!isPlainPath(path) && path !== `dist/${platform.name}`)
      yield {
        path: 'repository.path',
        problem: `${quote(path)} is not a folder of the repository`,
        fix: 'write it like "dist/platform"',
      };
  },
};
