import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../constructs/model/issue.ts';
import type { Inputs } from '../constructs/model/platform.ts';
import { asIssue } from '../constructs/policy/rule.ts';
import { privateKeyInFiles, strayFile } from '../constructs/policy/rules/inputs/index.ts';
import { containsAgePrivateKey } from '../constructs/secrets/sops/age-key.ts';

/** Folders beside a definition, and how the names of their files end. */
const endings = { releases: '.yaml', pins: '.yaml', secrets: '.enc.yaml' } as const;

/** Reads what stands beside a definition. `shown` is the folder as issues name it. */
export function readInputs(
  folder: string,
  shown: string,
): { readonly inputs: Inputs; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const read = (name: keyof typeof endings): ReadonlyMap<string, string> => {
    const files = new Map<string, string>();
    for (const entry of entriesOf(join(folder, name))) {
      if (entry.name.startsWith('.')) continue;
      const fits = entry.isFile() && entry.name.endsWith(endings[name]);
      if (fits) files.set(entry.name, plainText(join(folder, name, entry.name)));
      else
        issues.push(
          asIssue(strayFile, { path: `${shown}/${name}/${entry.name}`, problem: `is not a *${endings[name]} file` }),
        );
    }
    return files;
  };
  const inputs = { releases: read('releases'), pins: read('pins'), secrets: read('secrets') };
  return { inputs, issues: [...issues, ...privateKeys(folder, shown)] };
}

/** Editors add a byte order mark and CRLF; neither is part of what somebody wrote. */
function plainText(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
}

/** In any file of the folder: keys lie around where the secrets are. */
function privateKeys(folder: string, shown: string): Issue[] {
  return entriesOf(folder).flatMap((entry) => {
    const [path, place] = [join(folder, entry.name), `${shown}/${entry.name}`];
    if (entry.isDirectory()) return privateKeys(path, place);
    if (!entry.isFile() || !containsAgePrivateKey(readFileSync(path, 'utf8'))) return [];
    return [asIssue(privateKeyInFiles, { path: place, problem: 'holds an age private key' })];
  });
}

/** What is in a folder, by name; nothing when it does not exist. */
function entriesOf(folder: string): Dirent[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
