import type { Issue } from '../../model/issue.ts';
import { asIssue } from '../../policy/rule.ts';
import { commentsOf } from './comments.ts';
import { looksEncrypted } from './enc-value.ts';
import { fileRules } from './file-rules.ts';
import { findPlaintextSecrets } from './find-plaintext-secrets.ts';
import { isMap, leavesOf } from './leaves.ts';
import { placeBelow, placeInFile } from './place.ts';
import { secretsInText } from './secrets-in-text.ts';
import type { SopsFile } from './sops-file.ts';

const TOP = ['apiVersion', 'kind', 'metadata', 'type', 'immutable', 'data', 'stringData', 'sops'];
const METADATA = ['name', 'namespace', 'labels', 'annotations', 'finalizers'];

/** Where a secret could stand in clear beside the encrypted values: foreign fields, copies in annotations, comments. */
export function checkClearPlaces(file: SopsFile): Issue[] {
  const { path, object } = file;
  const { data, stringData, sops, ...clear } = object;
  const metadata = isMap(object.metadata) ? object.metadata : {};
  const report = (place: string, problem: string) => {
    return asIssue(fileRules.clearPlace, { path: placeInFile(path, place), problem });
  };
  const foreign = [...foreignFields(object, TOP, ''), ...foreignFields(metadata, METADATA, 'metadata')];
  return [
    ...foreign.map((place) => report(place, 'is not a field that a Secret in git needs')),
    ...copies(metadata.annotations).map((place) => report(place, 'holds a copy of the Secret as it was applied')),
    ...commentsOf(file).flatMap(({ line, text, amongValues }) => {
      const at = `${path}:${line}`;
      if (amongValues && !looksEncrypted(text.slice(1))) {
        return [asIssue(fileRules.clearPlace, { path: at, problem: 'a comment among the values is in clear text' })];
      }
      return secretsInText(text.replace(/^[#\s]+/, '')).map(({ rule, problem }) =>
        asIssue(rule, { path: at, problem }),
      );
    }),
    ...findPlaintextSecrets(clear, path),
  ];
}

/** Encrypted fields may be there: they tell nothing. So may `creationTimestamp: null`, which kubectl writes. */
function foreignFields(map: Readonly<Record<string, unknown>>, known: readonly string[], place: string): string[] {
  const foreign = Object.entries(map).filter(([key]) => !known.includes(key));
  const clear = foreign.filter(([, value]) =>
    leavesOf(value).some((leaf) => leaf.value !== null && !looksEncrypted(leaf.value)),
  );
  return clear.map(([key]) => placeBelow(place, key));
}

function copies(annotations: unknown): string[] {
  return leavesOf(annotations, [], 'metadata.annotations')
    .filter(({ value }) => typeof value === 'string' && /"(?:data|stringData)"|^\s*(?:data|stringData):/m.test(value))
    .map(({ place }) => place);
}
