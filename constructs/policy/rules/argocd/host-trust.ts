import { X509Certificate } from 'node:crypto';
import { repositoriesOf } from '../../../forge/repository-url.ts';
import { quote } from '../../../model/issue.ts';
import type { Finding, OptionRule } from '../../rule.ts';
import { type ArgocdOptions, valueAt } from './argocd-options.ts';

/** Hosts whose keys come with Argo CD (hack/ssh_known_hosts, v3.5). */
const known = ['bitbucket.org', 'github.com', 'gitlab.com', 'ssh.dev.azure.com', 'vs-ssh.visualstudio.com'];

export const hostTrust: OptionRule<ArgocdOptions> = {
  code: 'FL1310',
  title: 'Argo CD knows each host that it reads from by its own key or certificate',
  why: 'It refuses an ssh host without a known key; with a key for every host, whoever is on the way can pretend to be the repository',
  fix: 'take the line for that host from `ssh-keyscan HOST`, compared with what its owner publishes',
  *options({ values, platform }) {
    const texts = ['extraHosts', 'knownHosts'].map((field) => {
      const text = valueAt(values, 'configs', 'ssh', field);
      return { path: `engine.values.configs.ssh.${field}`, lines: typeof text === 'string' ? text.split('\n') : [] };
    });
    for (const { path, lines } of texts) {
      for (const line of lines) {
        const hosts = line.trim().split(/\s+/)[0] ?? '';
        if (!hosts.startsWith('#') && /[*?]/.test(hosts))
          yield { path, problem: `${quote(hosts)} fits more than one host` };
      }
    }
    const all = texts.flatMap(({ lines }) => lines);
    for (const { url, path } of repositoriesOf(platform)) {
      const host = /^ssh:\/\/(?:[^@/]*@)?([^:/]+)/i.exec(url)?.[1]?.toLowerCase();
      if (host === undefined || known.includes(host) || all.some((line) => line.toLowerCase().includes(host))) continue;
      const fix = `add its line of \`ssh-keyscan ${host}\` to engine.values.configs.ssh.extraHosts`;
      yield { path, problem: `there is no known key of the host ${quote(host)}`, fix };
    }
    yield* badCertificates(valueAt(values, 'configs', 'tls', 'certificates'));
  },
};

function* badCertificates(certificates: unknown): Iterable<Finding> {
  if (typeof certificates !== 'object' || certificates === null) return;
  for (const [host, text] of Object.entries(certificates)) {
    if (isCertificate(text)) continue;
    const path = `engine.values.configs.tls.certificates[${quote(host)}]`;
    yield { path, problem: `this is no certificate in PEM form`, fix: 'start it with "-----BEGIN CERTIFICATE-----"' };
  }
}

function isCertificate(text: unknown): boolean {
  try {
    return (
      typeof text === 'string' &&
      new X509Certificate(text).subject !== undefined &&
      text.includes('-----BEGIN CERTIFICATE-----')
    );
  } catch {
    return false;
  }
}
