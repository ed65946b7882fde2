import { isMap, isScalar, LineCounter, parseDocument, Scalar } from 'yaml';
import { quote } from '../model/issue.ts';
import type { Environment, Inputs, Platform } from '../model/platform.ts';
import type { Service } from '../model/service.ts';

/** Key of the tag in a release file when the platform has no environments. */
export const ONLY_TAG = 'tag';

/** What a release file says, and where it cannot be read. */
export interface Release {
  /** Tag by key: an environment, or `tag`. */
  readonly tags: ReadonlyMap<string, string>;
  readonly problems: readonly ReleaseProblem[];
}

/** A place in a release file that cannot be read. */
export interface ReleaseProblem {
  /** Key of the file, or undefined for the whole file. */
  readonly key?: string;
  readonly problem: string;
  readonly fix: string;
}

/**
 * Reads `releases/<service>.yaml`: a map from environment to tag. A tag that YAML would take for something else than text must be in
 * quotes: `0123456` is 123456 to some readers, 42798 to others.
 */
export function parseRelease(text: string): Release {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core', merge: false });
  const fix = `write lines such as ${quote('prod: "sha-7d8708b"')}`;
  const broken = document.errors[0];
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    const problem = `line ${line}, column ${col} is no YAML: ${(broken.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')}`;
    return { tags: new Map(), problems: [{ problem, fix }] };
  }
  if (!isMap(document.contents))
    return { tags: new Map(), problems: [{ problem: 'the file is no map from environment to tag', fix }] };
  const tags = new Map<string, string>();
  const problems: ReleaseProblem[] = [];
  for (const { key, value } of document.contents.items) {
    const name = String(isScalar(key) ? (key.source ?? key.value) : key);
    if (isScalar(value) && typeof value.value === 'string' && value.value !== '' && !readsAsOther(value))
      tags.set(name, value.value);
    else problems.push({ key: name, ...unreadable(value) });
  }
  return { tags, problems };
}

/** Words and digits that a YAML 1.1 reader takes for a boolean, a number or a time, and that `yaml` takes for text. */
const OTHER_IN_YAML_11 =
  /^([yn]|yes|no|on|off|[-+]?[\d_]+|[-+]?[\d_]*\.[\d_.]*([eE][-+]?\d+)?|[-+]?[\d_]+[eE][-+]?\d+|0[xb][\da-f_]+|\d+(:\d+)+.*)$/i;

function readsAsOther({ type, value }: Scalar): boolean {
  return type === Scalar.PLAIN && OTHER_IN_YAML_11.test(String(value));
}

function unreadable(value: unknown): Omit<ReleaseProblem, 'key'> {
  const written = isScalar(value) ? (value.source ?? '') : undefined;
  if (written && isScalar(value) && value.value !== null) {
    const problem = `${quote(written)} without quotation marks is not text to every reader of YAML`;
    return { problem, fix: `write ${quote(written)} in quotation marks` };
  }
  const problem = written === undefined && value !== null ? 'the value is no tag' : 'there is no tag';
  return { problem, fix: 'give it one tag, in quotation marks' };
}

/** Keys that the release file of a service has: the environments, or `tag`. */
export function releaseKeys(
  { source }: Pick<Service, 'source'>,
  environments: readonly Environment[],
): readonly string[] {
  return source.perEnvironment && environments.length > 0 ? environments.map(({ name }) => name) : [ONLY_TAG];
}

const parsed = new WeakMap<Inputs['releases'], Map<string, Release>>();

/** The release file of a service, read once; undefined when there is none. */
export function releaseOf(service: string, { releases }: Inputs): Release | undefined {
  const file = releaseFile(service);
  const text = releases.get(file);
  if (text === undefined) return undefined;
  const known = parsed.get(releases) ?? new Map<string, Release>();
  parsed.set(releases, known);
  const release = known.get(file) ?? parseRelease(text);
  known.set(file, release);
  return release;
}

/** `<service>.yaml`, a key of `platform.inputs.releases`. */
export function releaseFile(service: string): string {
  return `${service}.yaml`;
}

/** The tag that a service runs in an environment. Its presence has been checked. */
export function releaseTag(
  service: Service,
  { inputs, environments }: Platform,
  environment: string | undefined,
): string {
  const key =
    environment !== undefined && releaseKeys(service, environments).includes(environment) ? environment : ONLY_TAG;
  const tag = releaseOf(service.name, inputs)?.tags.get(key);
  if (tag === undefined)
    throw new Error(`the rules let a missing tag pass: releases/${releaseFile(service.name)}, ${key}`);
  return tag;
}
