import { isScalar } from 'yaml';
import type { Issue } from '../../model/issue.ts';
import { asIssue } from '../../policy/rule.ts';
import { looksEncrypted, parseEncValue } from './enc-value.ts';
import { fileRules } from './file-rules.ts';
import { isMap } from './leaves.ts';
import { otherKeys } from './other-keys.ts';
import { placeBelow, placeInFile } from './place.ts';
import type { RuleText } from './rule-text.ts';
import { coversSecret, selectionOf } from './selection.ts';
import type { SopsFile } from './sops-file.ts';

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
const VERSION = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const OTHER_SELECTIONS = [
  'unencrypted_suffix',
  'encrypted_suffix',
  'unencrypted_regex',
  'unencrypted_comment_regex',
  'encrypted_comment_regex',
];
const KNOWN = [
  'age',
  'mac',
  'lastmodified',
  'version',
  'encrypted_regex',
  'mac_only_encrypted',
  ...OTHER_SELECTIONS,
  ...otherKeys,
];
/** SHA-512 in hexadecimal. */
const MAC_BYTES = 128;

/** MAC, time, version and selection: what the sops block says of the whole file. Recipients have a check of their own. */
export function checkSopsBlock({ path, object, document }: SopsFile): Issue[] {
  const at = (place: string) => placeInFile(path, place);
  const { sops } = object;
  if (!isMap(sops)) return [asIssue(fileRules.metadata, { path: at('sops'), problem: 'is not a map' })];

  const lastmodified = document.getIn(['sops', 'lastmodified'], true);
  const bare = isScalar(lastmodified) && lastmodified.type === 'PLAIN';
  const macOnly = sops.mac_only_encrypted ?? false;
  const checks: readonly (readonly [rule: RuleText, place: string, problem: string | undefined])[] = [
    [fileRules.mac, 'sops.mac', macDefect(sops.mac)],
    [
      fileRules.metadata,
      'sops.lastmodified',
      bare ? 'is not quoted, so that YAML reads a timestamp' : timeDefect(sops.lastmodified),
    ],
    [fileRules.metadata, 'sops.version', versionDefect(sops.version)],
    [fileRules.macOnlyEncrypted, 'sops.mac_only_encrypted', macOnly === false ? undefined : 'is set'],
    [fileRules.selection, 'sops.encrypted_regex', selectionDefect(sops)],
    ...Object.keys(sops)
      .filter((key) => !KNOWN.includes(key))
      .map((key) => [fileRules.metadata, placeBelow('sops', key), 'is not a field of SOPS'] as const),
  ];
  return checks.flatMap(([rule, place, problem]) => (problem ? [asIssue(rule, { path: at(place), problem })] : []));
}

function macDefect(mac: unknown): string | undefined {
  if (mac === undefined) return 'is missing';
  if (!looksEncrypted(mac)) return 'is not encrypted';
  const parts = parseEncValue(mac);
  if (typeof parts === 'string') return parts;
  return parts.type === 'str' && parts.data.length === MAC_BYTES ? undefined : 'does not have the size of a MAC';
}

function timeDefect(time: unknown): string | undefined {
  if (time === undefined) return 'is missing';
  const valid = typeof time === 'string' && RFC_3339.test(time) && !Number.isNaN(Date.parse(time));
  return valid ? undefined : 'is not a time as in RFC 3339';
}

function versionDefect(version: unknown): string | undefined {
  if (version === undefined) return 'is missing';
  return typeof version === 'string' && VERSION.test(version) ? undefined : 'is not a version such as 3.13.3';
}

function selectionDefect(sops: Readonly<Record<string, unknown>>): string | undefined {
  const other = OTHER_SELECTIONS.find((name) => (sops[name] ?? '') !== '');
  if (other !== undefined) return `is not what selects the values, but ${other} is`;
  if (typeof sops.encrypted_regex !== 'string') return 'is missing, so that SOPS expects everything to be encrypted';
  const selects = selectionOf(sops.encrypted_regex);
  if (!selects) return 'uses syntax that Go does not have, or reads otherwise';
  return coversSecret(selects) ? undefined : 'does not match both data and stringData';
}
