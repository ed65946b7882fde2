import type { Issue } from '../../model/issue.ts';
import { asIssue } from '../../policy/rule.ts';
import { ageFileDefect } from './age-file.ts';
import { isAgeRecipient, shortRecipient } from './age-key.ts';
import { fileRules } from './file-rules.ts';
import { isMap } from './leaves.ts';
import { otherKeys } from './other-keys.ts';
import { placeInFile } from './place.ts';
import type { SopsFile } from './sops-file.ts';

/** Who can read the file: the declared age recipients, each once, with a data key of the right form, and nobody else. */
export function checkRecipients({ path, object }: SopsFile, expected: readonly string[]): Issue[] {
  const sops = isMap(object.sops) ? object.sops : {};
  const entries = (Array.isArray(sops.age) ? sops.age : []).map((entry: unknown) => (isMap(entry) ? entry : {}));
  const at = (place: string) => placeInFile(path, place);
  const command = `\`sops updatekeys --yes ${path}\``;

  const groups = otherKeys
    .filter((name) => !isEmpty(sops[name]))
    .map((name) => {
      return asIssue(fileRules.keyGroups, {
        path: at(`sops.${name}`),
        problem: 'gives a key that is not an age recipient',
      });
    });
  if (entries.length === 0) {
    const wanted = expected.map(shortRecipient).join(', ');
    const problem = `has no recipient, so that nobody can decrypt it; wanted: ${wanted || 'none declared'}`;
    const fix = `restore it from git, or create it again; ${command} needs one recipient that can decrypt`;
    return [...groups, asIssue(fileRules.recipients, { path: at('sops.age'), problem, fix })];
  }

  const found = entries.map(({ recipient }) =>
    typeof recipient === 'string' && isAgeRecipient(recipient) ? recipient : undefined,
  );
  const listed = found.flatMap((recipient, i) => {
    const place = at(`sops.age[${i}]`);
    const report = (problem: string, fix: string) => [asIssue(fileRules.recipients, { path: place, problem, fix })];
    if (recipient === undefined)
      return report(
        'is not an age recipient (age1...), or its checksum is wrong',
        `repair .sops.yaml, and run ${command}`,
      );
    if (found.indexOf(recipient) < i) return report(`repeats ${shortRecipient(recipient)}`, command);
    if (expected.includes(recipient)) return [];
    const fix = `take it out of .sops.yaml, run ${command} and \`sops rotate --in-place ${path}\`; or declare it as a recipient of the platform`;
    return report(`is encrypted for ${shortRecipient(recipient)}, whom the platform does not declare`, fix);
  });
  const missing = expected
    .filter((recipient) => !found.includes(recipient))
    .map((recipient) => {
      const fix = `add it to .sops.yaml, and run ${command}`;
      return asIssue(fileRules.recipients, {
        path: at('sops.age'),
        problem: `is not encrypted for ${shortRecipient(recipient)}`,
        fix,
      });
    });
  const dataKeys = entries.flatMap(({ enc }, i) => {
    const problem = ageFileDefect(enc);
    return problem ? [asIssue(fileRules.ageFile, { path: at(`sops.age[${i}].enc`), problem })] : [];
  });
  return [...groups, ...listed, ...missing, ...dataKeys];
}

/** Older versions of SOPS write `pgp: []` and the like. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === 0 || (Array.isArray(value) && value.length === 0);
}
