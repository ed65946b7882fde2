/** Oldest releases without a known critical hole, by minor. Out of a definition's reach: a platform can pin higher, not lower. */
export const floors = {
  /** CVE-2026-113708, CVE-2026-113709, GHSA-m3vr-7329-44ww, CVE-2026-77459 (all critical), CVE-2026-55797. */
  argocd: ['3.3.15', '3.4.10', '3.5.4', '3.6.0'],
  /** CVE-2026-22822, CVE-2026-42875, CVE-2026-42876. */
  externalSecrets: ['2.4.0'],
} as const satisfies Record<string, readonly string[]>;

/** A release: `v` before it is allowed, a pre-release is older than its release. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly preRelease: string;
}

/** `3.4.10`, `v3.4.10` or `3.6.0-rc2`; undefined for anything less exact. */
export function parseVersion(text: string): Version | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/.exec(text);
  if (!match) return undefined;
  const [, major, minor, patch, preRelease = ''] = match;
  return { major: Number(major), minor: Number(minor), patch: Number(patch), preRelease };
}

/**
 * The floor that `version` is below, or undefined when it is at or above. A minor with a floor of its own is measured by that,
 * any other by the first: one older than all is below it, a newer one above.
 */
export function floorAbove(version: Version, table: readonly string[]): string | undefined {
  const floors = table.flatMap((text) => parseVersion(text) ?? []);
  const same = floors.find(({ major, minor }) => major === version.major && minor === version.minor);
  const floor = same ?? floors[0];
  return floor && compareVersions(version, floor) < 0 ? `${floor.major}.${floor.minor}.${floor.patch}` : undefined;
}

/** Negative when `a` is older. Two pre-releases of one release count as equal. */
export function compareVersions(a: Version, b: Version): number {
  const early = (version: Version) => (version.preRelease === '' ? 1 : 0);
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch || early(a) - early(b);
}
