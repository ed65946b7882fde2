/** Lists that Kubernetes merges item by item, and the field that tells their items apart (`patchMergeKey` of the API types). */
const MERGE_KEYS: Readonly<Record<string, string>> = {
  containers: 'name',
  env: 'name',
  imagePullSecrets: 'name',
  ports: 'containerPort',
  topologySpreadConstraints: 'topologyKey',
  volumeMounts: 'mountPath',
  volumes: 'name',
};

type Plain = Readonly<Record<string, unknown>>;

/** The strategic merge patch that turns one pod-bearing object into another of the same name; undefined when they are equal. */
export function strategicPatch(before: Plain, after: Plain): Plain | undefined {
  const patch = patchMap(before, after);
  if (patch === undefined) return undefined;
  const { apiVersion, kind, metadata } = after;
  return {
    apiVersion,
    kind,
    ...patch,
    metadata: { ...(isMap(patch.metadata) && patch.metadata), name: isMap(metadata) ? metadata.name : undefined },
  };
}

function patchMap(before: Plain, after: Plain): Plain | undefined {
  const patch: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const change = patchValue(key, before[key], after[key]);
    if (change !== undefined) patch[key] = change;
  }
  return Object.keys(patch).length === 0 ? undefined : patch;
}

/** What stands in the patch for a field; undefined where it stays, null where it goes. */
function patchValue(key: string, before: unknown, after: unknown): unknown {
  if (before === after) return undefined;
  if (after === undefined) return null;
  if (isMap(before) && isMap(after)) return patchMap(before, after);
  const mergeKey = MERGE_KEYS[key];
  if (mergeKey !== undefined && isListOfMaps(before) && isListOfMaps(after)) return patchList(mergeKey, before, after);
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : after;
}

function patchList(mergeKey: string, before: readonly Plain[], after: readonly Plain[]): readonly Plain[] | undefined {
  const old = byKey(mergeKey, before);
  const kept = byKey(mergeKey, after);
  const changed = after.flatMap((item) => {
    const known = old.get(item[mergeKey]);
    const patch = known ? patchMap(known, item) : item;
    return patch === undefined ? [] : [{ ...patch, [mergeKey]: item[mergeKey] }];
  });
  const gone = before
    .filter((item) => !kept.has(item[mergeKey]))
    .map((item) => ({ $patch: 'delete', [mergeKey]: item[mergeKey] }));
  return changed.length + gone.length === 0 ? undefined : [...changed, ...gone];
}

function byKey(mergeKey: string, list: readonly Plain[]): ReadonlyMap<unknown, Plain> {
  return new Map(list.map((item) => [item[mergeKey], item]));
}

function isMap(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfMaps(value: unknown): value is readonly Plain[] {
  return Array.isArray(value) && value.every(isMap);
}
