import { quote } from '../../../model/issue.ts';
import type { Rule } from '../../rule.ts';

export const apiServers: Rule = {
  code: 'FL1206',
  title: 'Each cluster is reached over https at an address of its own',
  why: 'Over http whoever is on the way reads the token that rules the cluster; two names for one cluster prune what the other brings',
  fix: 'write it like "https://10.0.0.1:6443"',
  *model({ clusters }) {
    const seen = new Map<string, string>();
    for (const { name, server } of clusters) {
      const path = `clusters.${name}.server`;
      const url = URL.canParse(server) ? new URL(server) : undefined;
      const address = url?.href.replace(/\/$/, '') ?? server;
      const other = seen.get(address);
      seen.set(address, name);
      if (url?.protocol === 'http:') yield { path, problem: `${quote(server)} is not encrypted` };
      else if (url?.protocol !== 'https:' || /[\s\p{Cc}\p{Cf}]/u.test(server))
        yield { path, problem: `${quote(server)} is not the address of an API server` };
      else if (url.username + url.password + url.search + url.hash !== '')
        yield { path, problem: `${quote(server)} has more in it than an address` };
      else if (other !== undefined) yield { path, problem: `${quote(server)} is the cluster ${quote(other)} too` };
    }
  },
};
