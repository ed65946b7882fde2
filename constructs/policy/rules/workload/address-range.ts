import { quote } from '../../../model/issue.ts';
import { joinPath } from '../../../model/shape.ts';
import { containsCidr, parseCidr } from '../../../workload/cidr.ts';
import type { Finding, OptionRule } from '../../rule.ts';
import { at, items } from './rendered-field.ts';
import type { WorkloadUse } from './workload-use.ts';

export const addressRange: OptionRule<WorkloadUse> = {
  code: 'FL1913',
  title: 'An address range is a network and its prefix',
  why: 'The API server refuses what is no range; with bits of a host in it, network plugins differ in what they make of it',
  fix: 'write it like "10.10.1.0/24"',
  *options({ props, path }) {
    for (const [i, peer] of (props.allowTo ?? []).entries()) {
      if (typeof peer === 'string' || !('cidr' in peer)) continue;
      yield* check(peer.cidr, peer.except ?? [], (...to) => joinPath(path, ['allowTo', i, ...to]));
    }
  },
  *object({ manifest, file }) {
    if (manifest.kind !== 'NetworkPolicy') return;
    const rules = [...items(at(manifest.spec, 'ingress')), ...items(at(manifest.spec, 'egress'))];
    for (const peer of rules.flatMap((rule) => [...items(at(rule, 'from')), ...items(at(rule, 'to'))])) {
      const cidr = at(peer, 'ipBlock', 'cidr');
      if (typeof cidr === 'string') yield* check(cidr, items(at(peer, 'ipBlock', 'except')).map(String), () => file);
    }
  },
};

function* check(
  cidr: string,
  except: readonly string[],
  at: (...path: readonly PropertyKey[]) => string,
): Iterable<Finding> {
  yield* checkOne(cidr, at('cidr'));
  const outer = parseCidr(cidr);
  for (const [i, text] of except.entries()) {
    yield* checkOne(text, at('except', i));
    const inner = parseCidr(text);
    if (outer && inner && (!containsCidr(outer, inner) || outer.prefix === inner.prefix)) {
      yield {
        path: at('except', i),
        problem: `${quote(text)} is not inside ${quote(cidr)}`,
        fix: 'leave out a part of the range only',
      };
    }
  }
}

function* checkOne(text: string, path: string): Iterable<Finding> {
  const range = parseCidr(text);
  if (range?.exact) return;
  if (range) {
    const one = text.replace(/\/.*/, range.bits === 32 ? '/32' : '/128');
    yield {
      path,
      problem: `${quote(text)} has bits of a host set`,
      fix: `use ${quote(range.canonical)}, or ${quote(one)} for the one address`,
    };
    return;
  }
  const address = parseCidr(`${text}/32`) ?? parseCidr(`${text}/128`);
  const fix = address ? `use ${quote(`${text}/${address.bits}`)} for the one address` : undefined;
  yield { path, problem: `${quote(text)} is no address range`, ...(fix !== undefined && { fix }) };
}
