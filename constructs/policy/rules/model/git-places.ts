import { isPlainPath } from '../../../files/file-tree.ts';
import { quote } from '../../../model/issue.ts';
import type { Finding, Rule } from '../../rule.ts';

export const gitPlaces: Rule = {
  code: 'FL1205',
  title: 'What is read of a repository is a folder in it, at a revision that git can have',
  why: 'A path with `..` or from the root leads out of the repository (argo-cd CVE-2022-24348), and a revision that starts with "-" is an option to git',
  fix: 'write it like "k8s", and the revision like "main", "v1.2.3" or a commit',
  *model({ repository, services }) {
    yield* wrongRevision('repository.revision', repository.revision);
    for (const { name, source } of services) {
      for (const { path, folder, revision } of source.repositories) {
        const place = `services.${name}.source.${path.replace(/url$/, '')}`;
        if (folder !== undefined && folder !== '.' && !isPlainPath(folder))
          yield { path: `${place}path`, problem: `${quote(folder)} is not a folder of the repository` };
        if (revision !== undefined) yield* wrongRevision(`${place}revision`, revision);
      }
    }
  },
};

/** As `git check-ref-format` has it, less what only a shell would like. */
function* wrongRevision(path: string, revision: string): Iterable<Finding> {
  const plain = /^[A-Za-z0-9_][A-Za-z0-9_./+#@-]*$/.test(revision) && !/\.\.|\/\/|@\{|\.$|\/$|\.lock$/.test(revision);
  if (!plain) yield { path, problem: `${quote(revision)} is no branch, tag or commit` };
}
