import { quote } from '../../../model/issue.ts';
import { hostProblem } from '../../../model/names.ts';
import type { Platform } from '../../../model/platform.ts';
import type { Finding, Rule } from '../../rule.ts';

export const hostsAreUnique: Rule = {
  code: 'FL1801',
  title: 'A host leads to one service',
  why: 'Which of two Ingresses with the same host wins is undefined, so that one service can take over the traffic of another',
  fix: 'give one of them another host',
  *model(platform) {
    const owners = new Map<string, string>();
    for (const { host, path, owner } of hostsOf(platform)) {
      const other = owners.get(host.toLowerCase());
      if (other !== undefined) yield { path, problem: `host ${quote(host)} belongs to ${other} already` };
      owners.set(host.toLowerCase(), owner);
    }
  },
};

export const hostsInDomain: Rule = {
  code: 'FL1802',
  title: 'A host is a plain DNS name in the domain of the platform',
  why: 'Outside the domain there is neither a DNS record nor a certificate; a wildcard would take what belongs to others',
  fix: 'use a host below the domain',
  *model(platform) {
    yield* badDomain(platform.domain);
    for (const { host, path } of hostsOf(platform)) {
      const problem = hostProblem(host);
      if (problem !== undefined) yield { path, problem: `host ${quote(host)} ${problem}` };
      else if (!host.endsWith(`.${platform.domain}`) && host !== platform.domain) {
        const fix = `use ${quote(`${host.split('.')[0]}.${platform.domain}`)}`;
        yield { path, problem: `host ${quote(host)} is not in the domain ${quote(platform.domain)}`, fix };
      }
    }
  },
};

function* badDomain(domain: string): Iterable<Finding> {
  const problem = hostProblem(domain);
  if (problem !== undefined)
    yield { path: 'domain', problem: `${quote(domain)} ${problem}`, fix: 'write it like "example.org"' };
}

function* hostsOf(
  platform: Platform,
): Iterable<{ readonly host: string; readonly path: string; readonly owner: string }> {
  for (const host of platform.engine.hosts()) yield { host, path: 'engine.host', owner: platform.engine.title };
  for (const service of platform.services) {
    const owner = `service ${quote(service.name)}`;
    for (const host of service.hosts) yield { host, path: `services.${service.name}.hosts`, owner };
    for (const host of service.source.hosts(service, platform))
      yield { host, path: `services.${service.name}.source`, owner };
  }
}
