import { expect, test } from 'vitest';
import { ownImage, tagFormats, upstreamImage } from '../../constructs/model/image.ts';
import { imageRules } from '../../constructs/policy/rules/workload/index.ts';
import { workload } from '../../constructs/workload/workload.ts';
import { findIssues, issuesOf, type SampleOptions, samplePlatform } from './sample-platform.ts';
import { own } from './workload-cases.ts';

const at = 'services.shop.source';
const HEX = '0123456789abcdef';

const pin = 'Fix: add a full version such as :4.0.15, or a digest.';
const upstreamCases: readonly (readonly [reference: string, issue: string])[] = [
  ['nginx', `FL1502 at ${at}.image: "nginx" has no tag, which means latest. ${pin}`],
  ['ghcr.io/a/b:latest', `FL1502 at ${at}.image: "ghcr.io/a/b:latest" is whatever its owner pushed last. ${pin}`],
  [
    'ghcr.io/a/b:4',
    `FL1502 at ${at}.image: "ghcr.io/a/b:4" has a part of a version only, which its owner moves. ${pin}`,
  ],
  [
    'ghcr.io/a/b:3.21',
    `FL1502 at ${at}.image: "ghcr.io/a/b:3.21" has a part of a version only, which its owner moves. ${pin}`,
  ],
  ['ghcr.io/a/b:stable', `FL1502 at ${at}.image: "ghcr.io/a/b:stable" has a tag that its owner can move. ${pin}`],
  [
    'ghcr.io/Acme/B:1.2.3',
    `FL1501 at ${at}.image: "ghcr.io/Acme/B" has upper-case letters. Fix: use "ghcr.io/acme/b".`,
  ],
  ['https://ghcr.io/a/b:1.2.3', `FL1501 at ${at}.image: "https://ghcr.io/a/b" is a URL. Fix: use "ghcr.io/a/b".`],
  [
    'ghcr.io/a b:1.2.3',
    `FL1501 at ${at}.image: "ghcr.io/a b" is no repository of images. Fix: write it like "ghcr.io/acme/shop".`,
  ],
  [
    `ghcr.io/a/b:1.2.3-${'x'.repeat(123)}`,
    `FL1503 at ${at}.image: tag "1.2.3-${'x'.repeat(112)}… has 129 characters, and 128 is the limit. Fix: use the tag as the registry shows it.`,
  ],
  [
    'ghcr.io/a/b:1.2.3@md5:00',
    `FL1504 at ${at}.image: digest "md5:00" is not sha256: and 64 digits. Fix: copy the digest of the multi-platform index, as \`docker buildx imagetools inspect\` prints it.`,
  ],
  [
    'ghcr.io/a/b@sha256:0123',
    `FL1504 at ${at}.image: digest "sha256:0123" has 4 digits, not 64. Fix: copy the digest of the multi-platform index, as \`docker buildx imagetools inspect\` prints it.`,
  ],
];

test.each(upstreamCases)('upstreamImage() of %s is refused', (reference, issue) => {
  expect(issuesOf({ image: upstreamImage(reference) })).toEqual([issue]);
});

test.each([
  ['.1.2.3', 'tag ".1.2.3" starts with "."'],
  ['-1.2.3', 'tag "-1.2.3" starts with "-"'],
  ['1.2.3-ü', 'tag "1.2.3-ü" has characters other than letters, digits, "_", "." and "-"'],
])('upstreamImage() with the tag %s is no tag of a registry', (tag, problem) => {
  expect(issuesOf({ image: upstreamImage(`ghcr.io/a/b:${tag}`) })[0]).toContain(`FL150`);
  expect(issuesOf({ image: upstreamImage(`ghcr.io/a/b:${tag}`) })).toContain(
    `FL1503 at ${at}.image: ${problem}. Fix: use the tag as the registry shows it.`,
  );
});

test('upstreamImage() with a digest in upper case is told the right one', () => {
  const digest = `sha256:${HEX.repeat(4)}`;
  expect(issuesOf({ image: upstreamImage(`ghcr.io/a/b@${digest.toUpperCase().replace('SHA', 'sha')}`) })[0]).toMatch(
    `has upper-case digits. Fix: use "${digest}".`,
  );
});

test.each([
  'docker.io/library/caddy:2.10.0-alpine',
  'lscr.io/linuxserver/sonarr:4.0.15.2941-ls288',
  'localhost:5000/a/b:v1.2.3',
  `postgres:17@sha256:${HEX.repeat(4)}`,
  `postgres@sha256:${HEX.repeat(4)}`,
  'ghcr.io/a/b_c/d-e--f:2026.11.1',
])('upstreamImage() of %s is fine', (reference) => {
  expect(issuesOf({ image: upstreamImage(reference) })).toEqual([]);
});

test.each([
  ['caddy:2.10.0', 'docker.io/library/caddy'],
  ['evil/caddy:2.10.0', 'docker.io/evil/caddy'],
  ['ghcr.io/acme-evil/shop:1.2.3', 'ghcr.io/acme-evil/shop'],
])('An image from another registry than the listed ones is refused: %s', (reference, repository) => {
  const options: SampleOptions = { platform: { registries: ['ghcr.io/acme', 'quay.io'] } };
  expect(issuesOf({ image: upstreamImage(reference) }, options)).toEqual([
    `FL1505 at ${at}.image: "${repository}" is from none of the registries of the platform ("ghcr.io/acme", "quay.io"). Fix: use an image of a listed registry, or add the registry to \`registries\`.`,
  ]);
});

test('An image from a listed registry, or from a listed part of one, is fine', () => {
  const options: SampleOptions = { platform: { registries: ['docker.io', 'ghcr.io/acme/'] } };
  for (const reference of ['caddy:2.10.0', 'ghcr.io/acme/shop:1.2.3'])
    expect(issuesOf({ image: upstreamImage(reference) }, options)).toEqual([]);
});

test('ownImage() with a tag is refused, since the release file says the tag', () => {
  expect(
    issuesOf({ image: ownImage('ghcr.io:443/acme/shop:1.2.3') }, { releases: { 'shop.yaml': 'tag: "sha-7d8708b"' } }),
  ).toEqual([
    `FL1501 at ${at}.image: "ghcr.io:443/acme/shop:1.2.3" brings a tag, which is the release file's to say. Fix: use ownImage("ghcr.io:443/acme/shop").`,
  ]);
});

test.each([
  [
    'gcr.io/kaniko-project/executor',
    '"gcr.io/kaniko-project/executor": Kaniko was archived in June 2025. Fix: build with rootless BuildKit.',
  ],
  [
    'registry.k8s.io/ingress-nginx/controller',
    '"registry.k8s.io/ingress-nginx/controller": ingress-nginx was archived on 24 March 2026. Fix: use Traefik, or a Gateway.',
  ],
])('The archived image %s is a warning', (repository, text) => {
  expect(issuesOf({ image: upstreamImage(`${repository}:v1.23.2`) })).toEqual([`FL1511 at ${at}.image: ${text}`]);
});

const releaseCases: readonly (readonly [title: string, release: string | undefined, issue: string])[] = [
  [
    'a file that is not there',
    undefined,
    'FL1506 at releases/shop.yaml: service "shop" runs an image of your own, and the file is not there. Fix: write the file with "dev: \\"sha-7d8708b\\"" and "prod: \\"sha-7d8708b\\"".',
  ],
  [
    'an environment without a tag',
    'dev: "sha-7d8708b"',
    'FL1506 at releases/shop.yaml#prod: there is no tag for "prod". Fix: add "prod: \\"sha-7d8708b\\"" with a tag that CI has pushed.',
  ],
  [
    'a misspelled environment',
    'dev: "sha-7d8708b"\nprod: "sha-7d8708b"\nprdo: "sha-7d8708b"',
    'FL1507 at releases/shop.yaml#prdo: "prdo" is no environment. Fix: remove the line, or did you mean "prod"?.',
  ],
  [
    'a bare number',
    'dev: "sha-7d8708b"\nprod: 0123456',
    'FL1508 at releases/shop.yaml#prod: "0123456" without quotation marks is not text to every reader of YAML. Fix: write "0123456" in quotation marks.',
  ],
  [
    'a tag without a value',
    'dev: "sha-7d8708b"\nprod:',
    'FL1508 at releases/shop.yaml#prod: there is no tag. Fix: give it one tag, in quotation marks.',
  ],
  [
    'a list',
    '- dev',
    'FL1508 at releases/shop.yaml: the file is no map from environment to tag. Fix: write lines such as "prod: \\"sha-7d8708b\\"".',
  ],
  [
    'latest',
    'dev: "latest"\nprod: "sha-7d8708b"',
    'FL1509 at releases/shop.yaml#dev: tag "latest" can be moved to another image at any time. Fix: use the tag of the commit, such as "sha-7d8708b".',
  ],
  [
    '8 digits, as GitLab and Argo CD shorten commits',
    'dev: "7d8708b0"\nprod: "sha-7d8708b"',
    'FL1509 at releases/shop.yaml#dev: tag "7d8708b0" has 8 digits of a commit, not sha- and the first 7 digits of the commit. Fix: use "sha-7d8708b", if CI has pushed it.',
  ],
  [
    'a whole commit',
    `dev: "7d8708b0c5f0e8f5f6f3f1e7a9d4c2b1a0918273"\nprod: "sha-7d8708b"`,
    'FL1509 at releases/shop.yaml#dev: tag "7d8708b0c5f0e8f5f6f3f1e7a9d4c2b1a0918273" has all 40 digits of a commit, not sha- and the first 7 digits of the commit. Fix: use "sha-7d8708b", if CI has pushed it.',
  ],
  [
    'a version',
    'dev: "v1.2.3"\nprod: "sha-7d8708b"',
    'FL1509 at releases/shop.yaml#dev: tag "v1.2.3" is not sha- and the first 7 digits of the commit. Fix: write it like "sha-7d8708b".',
  ],
];

test.each(releaseCases)('A release file with %s is refused', (_, release, issue) => {
  const options: SampleOptions = {
    environments: ['dev', 'prod'],
    releases: release === undefined ? {} : { 'shop.yaml': release },
  };
  expect(issuesOf({ image: own }, options)).toEqual([issue]);
});

test('A short tag is refused where CI tags with the whole commit', () => {
  const options: SampleOptions = {
    platform: { tags: tagFormats.fullSha },
    releases: { 'shop.yaml': 'tag: "sha-7d8708b"' },
  };
  expect(issuesOf({ image: own }, options)).toEqual([
    `FL1509 at releases/shop.yaml#tag: tag "sha-7d8708b" has 7 digits of a commit, not all 40 digits of the commit. Fix: write it like "${tagFormats.fullSha.example}".`,
  ]);
});

test('A release file of a platform without environments has the one key tag', () => {
  expect(issuesOf({ image: own }, { releases: { 'shop.yaml': 'tag: "sha-7d8708b"' } })).toEqual([]);
  expect(issuesOf({ image: own }, { releases: { 'shop.yaml': 'tag: "sha-7d8708b"\nprod: "sha-7d8708b"' } })).toEqual([
    'FL1507 at releases/shop.yaml#prod: "prod" is no key here: the platform has no environments. Fix: remove the line, or use one of "tag".',
  ]);
});

test('A release file that no service reads is refused', () => {
  const platform = samplePlatform(
    { shop: { source: workload({ image: own }) } },
    { releases: { 'shop.yaml': 'tag: "sha-7d8708b"', 'shpo.yaml': 'tag: "sha-7d8708b"' } },
  );
  expect(findIssues(platform)).toEqual([
    'FL1510 at releases/shpo.yaml: no service of the platform reads "shpo.yaml". Fix: remove the file, or did you mean "releases/shop.yaml"?.',
  ]);
});

test('Every rule for images has its own code, from FL1501 on', () => {
  expect(imageRules.map(({ code }) => code)).toEqual(imageRules.map((_, i) => `FL${1501 + i}`));
});
