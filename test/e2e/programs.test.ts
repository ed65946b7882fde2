import { expect, test } from 'vitest';
import { runCommand } from './harness/command.ts';
import { proved } from './harness/facts.ts';
import { program } from './harness/run-context.ts';

/** How each program says its version, and what that must contain: what it was pinned to, or nothing where it was not told. */
const PROGRAMS: readonly (readonly [name: string, engine: string, args: readonly string[], expected: RegExp])[] = [
  ['kube-apiserver', 'kubernetes', ['--version'], /v1\.36\.3/],
  ['kubectl', 'kubernetes', ['version', '--client'], /v1\.36\.3/],
  ['etcd', 'etcd', ['--version'], /3\.7\.3/],
  ['argocd', 'argocd', ['version', '--client', '--short'], /v3\.5\.4/],
  ['gitea', 'gitea', ['--version'], /1\.26\.0/],
  ['helm', 'helm', ['version', '--short'], /^v4\.2\.1/],
  ['kustomize', 'kustomize', ['version'], /./],
  ['kwok', 'kwok', ['--version'], /./],
  ['sops', 'sops', ['--disable-version-check', '--version'], /3\.13\.3/],
  ['age', 'age', ['--version'], /./],
];

test.each(PROGRAMS)('%s runs', async (name, engine, args, expected) => {
  const said = (await runCommand(program(name, engine), args)).trim().split('\n')[0] as string;
  expect(said).toMatch(expected);
  proved('Programs built from Go modules', `${name} runs`, said);
});
