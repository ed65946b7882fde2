import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { emitYaml } from '../../constructs/files/yaml.ts';
import { ksopsGenerator } from '../../constructs/secrets/sops/ksops-generator.ts';
import { sopsConfig } from '../../constructs/secrets/sops/sops-config.ts';

it('writes the rules of sops for all recipients, in one order', () => {
  const config = sopsConfig(['age1b', 'age1a', 'age1b']);
  expect(config).toEqual(sopsConfig(['age1a', 'age1b']));
  expect(parse(emitYaml(config))).toEqual({
    creation_rules: [{ path_regex: '\\.enc\\.yaml$', encrypted_regex: '^(data|stringData)$', age: 'age1a,age1b' }],
  });
});

it('writes a generator that kustomize runs as ksops', () => {
  expect(ksopsGenerator('secrets', ['b.enc.yaml', './a.enc.yaml'])).toEqual({
    apiVersion: 'viaduct.ai/v1',
    kind: 'ksops',
    metadata: { name: 'secrets', annotations: { 'config.kubernetes.io/function': 'exec:\n  path: ksops\n' } },
    files: ['./a.enc.yaml', './b.enc.yaml'],
  });
});
