import { withoutPassword } from '../model/issue.ts';
import type { Platform } from '../model/platform.ts';

/** What is wrong with a URL. `shown` is the URL without any password that it has. */
export interface UrlProblem {
  readonly shown: string;
  readonly text: string;
  readonly fix?: string;
}

/** What `repositoryUrlProblem` says of a URL without a path. */
export const hostOnly = 'names a host and no repository';

/** Every git repository that the engine reads, with its place in the definition. */
export function repositoriesOf(
  platform: Pick<Platform, 'repository' | 'services'>,
): readonly { readonly url: string; readonly path: string }[] {
  const own = { url: platform.repository.url, path: 'repository.url' };
  const others = platform.services.flatMap(({ name, source }) =>
    source.repositories.map(({ url, path }) => ({ url, path: `services.${name}.source.${path}` })),
  );
  return [own, ...others];
}

/** Why the engine should not read that repository, or undefined. Nothing but `https://host/path` and `ssh://git@host/path` passes. */
export function repositoryUrlProblem(url: string): UrlProblem | undefined {
  const shown = shownUrl(url);
  if (/[\s\p{Cc}\p{Cf}]/u.test(url)) return { shown, text: 'has spaces or invisible characters' };
  if (/["'`$;&|<>(){}\\^*]/.test(url)) return { shown, text: 'has characters that mean something to a shell' };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return { shown, text: 'is not a URL', ...scpFix(url) };
  if (scheme === 'http')
    return {
      shown,
      text: 'is read over http, where anyone on the way can change it',
      fix: `use "${shown.replace(/^http:\/\/(\*\*\*@)?/i, 'https://')}"`,
    };
  if (scheme !== 'https' && scheme !== 'ssh')
    return { shown, text: `has the scheme "${scheme}", which is not https or ssh` };
  const [authority = '', ...path] = url.slice(scheme.length + 3).split('/');
  const user = authority.includes('@') ? authority.slice(0, authority.lastIndexOf('@')) : '';
  if (user !== '' && !(scheme === 'ssh' && /^[a-z][a-z0-9_-]*$/.test(user))) {
    return {
      shown,
      text: 'has a credential in it',
      fix: `use "${url.replace(`${user}@`, '')}" and keep the credential in a Secret`,
    };
  }
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/i.test(host))
    return { shown, text: 'has no host that can be looked up' };
  if (path.filter((part) => part !== '').length === 0) return { shown, text: hostOnly };
  if (!path.every(decodes) || /[?#]/.test(url)) return { shown, text: 'is not the plain address of a repository' };
  return undefined;
}

/** `git@host:group/project` is what people copy; the same as a URL is what compares. */
function scpFix(url: string): { fix?: string } {
  const match = /^([a-z]{1,12})@([a-z0-9.-]+):(?!\/)(.+)$/i.exec(url);
  return match ? { fix: `use "ssh://${match[1]}@${match[2]}/${match[3]}"` } : {};
}

/** The URL as an error may show it. Without a scheme, `user:password@host` and `token@host` are among the things that it can be. */
function shownUrl(url: string): string {
  return url.includes('://') ? withoutPassword(url) : url.replace(/^(?![a-z]{1,12}@[^@]*$).*@/is, '***@');
}

/** Whether every `%` starts an escape, and none hides a slash or a part of dots. */
function decodes(part: string): boolean {
  try {
    return !/[/\\\p{Cc}]/u.test(decodeURIComponent(part)) && !/^\.\.?$/.test(decodeURIComponent(part));
  } catch {
    return false;
  }
}
