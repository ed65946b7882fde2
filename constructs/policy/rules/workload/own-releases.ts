import type { Platform } from '../../../model/platform.ts';
import type { Service } from '../../../model/service.ts';
import { type Release, releaseFile, releaseKeys, releaseOf } from '../../../workload/releases.ts';

/** A service that runs an image of the platform's own, and its release file. */
export interface OwnRelease {
  readonly service: Service;
  /** Path of the file, for errors: `releases/shop.yaml`. */
  readonly file: string;
  /** Keys that it must have. */
  readonly keys: readonly string[];
  /** Undefined when there is no such file. */
  readonly release: Release | undefined;
}

/** The release files that the platform must have. */
export function* ownReleases({ services, environments, inputs }: Platform): Iterable<OwnRelease> {
  for (const service of services) {
    if (!service.source.images.some(({ image }) => image.own)) continue;
    const file = `releases/${releaseFile(service.name)}`;
    yield { service, file, keys: releaseKeys(service, environments), release: releaseOf(service.name, inputs) };
  }
}

/** Place of a key of a release file. */
export function keyPath(file: string, key: string | undefined): string {
  return key === undefined ? file : `${file}#${key}`;
}
