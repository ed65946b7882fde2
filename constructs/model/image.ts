/** An image of the platform's own CI. Its tag comes from `releases/<service>.yaml`, one per environment. */
export interface OwnImage {
  readonly own: true;
  /** Repository without a tag, such as `ghcr.io/acme/shop`. */
  readonly repository: string;
}

/** Somebody else's image, pinned here to a full version or a digest. */
export interface UpstreamImage {
  readonly own: false;
  readonly repository: string;
  /** A full version such as `4.0.15`, or empty when only the digest counts. */
  readonly tag: string;
  /** `sha256:` and 64 hex digits, or empty. */
  readonly digest: string;
}

/** An image that a workload runs. */
export type Image = OwnImage | UpstreamImage;

/** An image, and where in the definition it stands. */
export interface ImageUse {
  readonly image: Image;
  readonly path: string;
}

/** An image that the platform's own CI builds: `ownImage('registry.gitlab.com/acme/shop')`. */
export function ownImage(repository: string): OwnImage {
  return { own: true, repository };
}

/** Somebody else's image: `upstreamImage('docker.io/library/caddy:2.10.0@sha256:...')`. Wrong parts are reported when the platform is checked. */
export function upstreamImage(reference: string): UpstreamImage {
  const [name = '', digest = ''] = splitOnce(reference, '@');
  // A colon before the last slash belongs to the registry's port.
  const colon = name.lastIndexOf(':');
  const tagged = colon > name.lastIndexOf('/');
  return {
    own: false,
    repository: tagged ? name.slice(0, colon) : name,
    tag: tagged ? name.slice(colon + 1) : '',
    digest,
  };
}

/** How the CI of the platform names its own images' tags. */
export interface TagFormat {
  /** For people: "sha- and the first 7 digits of the commit". */
  readonly title: string;
  /** Whole tag. */
  readonly pattern: RegExp;
  readonly example: string;
}

/** Tag formats to choose from. Both name the commit; neither can be moved to another one. */
export const tagFormats = {
  /** `sha-7d8708b`. The prefix keeps YAML readers from taking digits for a number. */
  shortSha: {
    title: 'sha- and the first 7 digits of the commit',
    pattern: /^sha-[0-9a-f]{7}$/,
    example: 'sha-7d8708b',
  },
  /** All 40 digits of the commit. */
  fullSha: {
    title: 'all 40 digits of the commit',
    pattern: /^[0-9a-f]{40}$/,
    example: '7d8708b0c5f0e8f5f6f3f1e7a9d4c2b1a0918273',
  },
} as const satisfies Record<string, TagFormat>;

function splitOnce(text: string, at: string): [string, string?] {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + at.length)];
}
