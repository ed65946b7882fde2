import { quote } from '../../../model/issue.ts';
import type { Finding, Rule } from '../../rule.ts';
import { imageUses } from './image-uses.ts';

/** Host with an optional port, then parts as in the OCI distribution specification. */
const REPOSITORY =
  /^([a-zA-Z0-9][a-zA-Z0-9.-]*(:\d{1,5})?\/)?[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;

export const imageRepository: Rule = {
  code: 'FL1501',
  title: 'An image names a repository that a registry can have',
  why: 'Registries refuse upper-case letters and other characters in a repository (OCI distribution specification), so the pod would never start',
  fix: 'write it like "ghcr.io/acme/shop"',
  *model(platform) {
    for (const { image, path } of imageUses(platform)) {
      const finding = wrong(image.repository, image.own);
      if (finding) yield { path, ...finding };
    }
  },
};

function wrong(repository: string, own: boolean): Omit<Finding, 'path'> | undefined {
  const name = repository.slice(repository.indexOf('/') + 1);
  if (own && /[:@]/.test(name)) {
    const bare = repository.slice(0, repository.length - name.length) + name.replace(/[:@].*$/, '');
    return {
      problem: `${quote(repository)} brings a tag, which is the release file's to say`,
      fix: `use ownImage(${quote(bare)})`,
    };
  }
  if (/^https?:\/\//.test(repository))
    return { problem: `${quote(repository)} is a URL`, fix: `use ${quote(repository.replace(/^https?:\/\//, ''))}` };
  if (REPOSITORY.test(repository)) return undefined;
  const lower = repository.toLowerCase();
  if (REPOSITORY.test(lower))
    return { problem: `${quote(repository)} has upper-case letters`, fix: `use ${quote(lower)}` };
  return { problem: `${quote(repository)} is no repository of images` };
}
