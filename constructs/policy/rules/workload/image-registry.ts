import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';
import { imageUses } from './image-uses.ts';

export const imageRegistry: Rule = {
  code: 'FL1505',
  title: 'Images come from the registries of the platform',
  why: 'A slip in a name can lead to an image of a stranger, most easily on a registry where anyone can sign up',
  fix: 'use an image of a listed registry, or add the registry to `registries`',
  *model(platform) {
    if (platform.registries.length === 0) return;
    for (const { image, path } of imageUses(platform)) {
      const repository = withRegistry(image.repository);
      if (
        platform.registries.some((listed) => `${repository}/`.startsWith(listed.endsWith('/') ? listed : `${listed}/`))
      )
        continue;
      const listed = platform.registries.map((registry) => quote(registry)).join(', ');
      yield { path, problem: `${quote(repository)} is from none of the registries of the platform (${listed})` };
    }
  },
};

/** The repository as a node reads it: without a registry it is one of Docker Hub. */
function withRegistry(repository: string): string {
  const [first = '', ...rest] = repository.split('/');
  if (rest.length === 0) return `docker.io/library/${repository}`;
  return /[.:]/.test(first) || first === 'localhost' ? repository : `docker.io/${repository}`;
}
