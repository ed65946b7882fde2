import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, type Issue, quote, suggest } from '../constructs/model/issue.ts';
import type { Inputs, PlatformProps } from '../constructs/model/platform.ts';
import { asIssue, type Finding } from '../constructs/policy/rule.ts';
import { folderName, unreadableDefinition } from '../constructs/policy/rules/inputs/index.ts';
import { readInputs } from './inputs.ts';

/** A definition with the files beside it, as `apps/<name>/` has them. */
export interface Loaded {
  readonly name: string;
  readonly props: PlatformProps;
  readonly inputs: Inputs;
  /** What is wrong with the files, to be told together with what is wrong in the definition. */
  readonly issues: readonly Issue[];
}

/** Names of the platforms below `apps/`, sorted. */
export function platformNames(root: string): string[] {
  const apps = join(root, 'apps');
  if (!statSync(apps, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(apps)
    .filter((name) => existsSync(join(apps, name, 'platform.ts')) || existsSync(join(apps, name, 'platform.js')))
    .sort();
}

/** Reads the platforms with these names, or all. Throws a `ConfigError` that names every one that cannot be read. */
export async function load(root: string, names: readonly string[] = []): Promise<readonly Loaded[]> {
  const known = platformNames(root);
  if (known.length === 0) {
    const fix = 'write one; the README shows a first platform';
    throw new ConfigError([
      asIssue(unreadableDefinition, { path: 'apps', problem: 'there is no apps/<name>/platform.ts here', fix }),
    ]);
  }
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const problem = (name: string) => `there is no platform ${quote(name)}`;
    throw new ConfigError(
      unknown.map((name) =>
        asIssue(unreadableDefinition, { path: 'apps', problem: problem(name), fix: suggest(name, known) }),
      ),
    );
  }
  const wanted = names.length > 0 ? known.filter((name) => names.includes(name)) : known;
  const results = await Promise.all(wanted.map((name) => loadOne(root, name)));
  if (results.some(({ platform }) => platform === undefined))
    throw new ConfigError(results.flatMap(({ issues }) => issues));
  return results.flatMap(({ platform }) => platform ?? []);
}

async function loadOne(
  root: string,
  name: string,
): Promise<{ readonly platform?: Loaded; readonly issues: readonly Issue[] }> {
  const folder = join(root, 'apps', name);
  const file = existsSync(join(folder, 'platform.ts')) ? 'platform.ts' : 'platform.js';
  const path = `apps/${name}/${file}`;
  const { inputs, issues } = readInputs(folder, `apps/${name}`);
  try {
    const module: { default?: PlatformProps } = await import(pathToFileURL(join(folder, file)).href);
    const props = module.default;
    if (props === undefined) {
      const fix = 'write `export default definePlatform({...})`';
      return { issues: [...issues, asIssue(unreadableDefinition, { path, problem: 'has no default export', fix })] };
    }
    const all = [...issues, ...misnamed(name, props, path)];
    return { platform: { name, props, inputs, issues: all }, issues: all };
  } catch (error) {
    // What a definition throws as its own mistake is told like any other; the rest is a file that Node cannot run.
    if (error instanceof ConfigError) return { issues: [...issues, ...error.issues] };
    return { issues: [...issues, asIssue(unreadableDefinition, cannotBeRun(error, join(folder, file), path))] };
  }
}

/** A name that is no text at all is for the shape of the definition to refuse. */
function misnamed(folder: string, props: PlatformProps | null, path: string): Issue[] {
  const name: unknown = props?.name;
  if (typeof name !== 'string' || name === folder) return [];
  return [
    asIssue(folderName, {
      path: `${path}#name`,
      problem: `${quote(name)} is not the name of its folder, ${quote(`apps/${folder}`)}`,
    }),
  ];
}

/** Node says in the stack which line it stopped at, and reads a module as CommonJS where package.json tells it to (`npm init` does). */
function cannotBeRun(error: unknown, file: string, shown: string): Finding {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const line = new RegExp(`${RegExp.escape(file)}:(\\d+)`).exec((error instanceof Error && error.stack) || '')?.[1];
  const isCommonJs = /outside a module|Unexpected token 'export'/.test(reason);
  return {
    path: line === undefined ? shown : `${shown}:${line}`,
    problem: `cannot be run: ${reason}`,
    fix: isCommonJs ? 'write "type": "module" into package.json' : 'mend what it says',
  };
}
