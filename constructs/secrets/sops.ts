import { parseDocument } from 'yaml';
import { z } from 'zod';
import { emitYaml } from '../files/yaml.ts';
import { type Issue, quote } from '../model/issue.ts';
import type { Platform } from '../model/platform.ts';
import { shapeIssues, shapeOf } from '../model/shape.ts';
import { foundationWave } from '../model/wave.ts';
import { asIssue } from '../policy/rule.ts';
import { ageRecipient } from '../policy/rules/secrets/age-recipient.ts';
import type { SecretFolder, SecretsStrategy } from './secrets-strategy.ts';
import { containsAgePrivateKey, isAgeRecipient } from './sops/age-key.ts';
import { checkSopsFile } from './sops/check-sops-file.ts';
import { sopsConfig } from './sops/sops-config.ts';

export interface SopsProps {
  /** age public keys, `age1...`, that every file is encrypted for: the cluster's, and those of the people who edit them. */
  readonly recipients: readonly string[];
  /** Where people keep the originals and the private key. @default 'your password manager' */
  readonly originals?: string;
  /** Secret, and the key in it, that holds the private key in the engine's namespace. @default sops-age, keys.txt */
  readonly decryptionKey?: { readonly secret: string; readonly key: string };
}

const shape = shapeOf<SopsProps>()({
  recipients: z.array(z.string()).min(1, { error: 'a list of at least one age public key' }),
  originals: z.string().optional(),
  decryptionKey: z.strictObject({ secret: z.string(), key: z.string() }).optional(),
});

/** Secrets as SOPS files in git, `apps/<platform>/secrets/*.enc.yaml`, encrypted with age and decrypted by the engine. */
export function sops(props: SopsProps): SecretsStrategy {
  const originals = props.originals ?? 'your password manager';
  return {
    title: 'SOPS with age',
    originals,
    decryptionKey: props.decryptionKey ?? { secret: 'sops-age', key: 'keys.txt' },
    check(platform) {
      const issues = shapeIssues(shape, props, 'secrets');
      if (issues.length > 0) return issues;
      const files = [...platform.inputs.secrets].flatMap(([name, text]) =>
        checkSopsFile(`apps/${platform.name}/secrets/${name}`, text, props),
      );
      return [...badRecipients(props.recipients), ...files];
    },
    provides: (platform) => secretsOf(platform).map(({ namespace, name }) => `${namespace}/${name}`),
    render(output, platform) {
      const secrets = secretsOf(platform);
      output.file('.sops.yaml', emitYaml(sopsConfig(props.recipients)), 'secrets');
      const isCredential = (secret: SecretFile) => secret.namespace === platform.engine.namespace;
      const folders = [
        { name: 'credentials', folder: 'bootstrap/credentials', secrets: secrets.filter(isCredential) },
        { name: 'secrets', folder: 'secrets', secrets: secrets.filter((secret) => !isCredential(secret)) },
      ].filter((folder) => folder.secrets.length > 0);
      return folders.map(({ name, folder, secrets: held }): SecretFolder => {
        const files = held.map((secret) => `${secret.namespace}.${secret.name}.enc.yaml`);
        for (const [index, secret] of held.entries())
          output.file(`${folder}/${files[index]}`, secret.text, `secrets/${secret.file}`);
        platform.engine.decrypt(output, folder, files);
        return {
          name,
          folder,
          namespaces: [...new Set(held.map(({ namespace }) => namespace))].sort(),
          wave: foundationWave + 1,
          encrypted: true,
        };
      });
    },
    byHand: () => [],
    steps: ({ name }) => [
      `Take the value from ${originals}, which keeps the originals and the private age key.`,
      `Write the Secret to \`apps/${name}/secrets/NAME.enc.yaml\` and encrypt it before anything else: \`sops --config dist/${name}/.sops.yaml encrypt --in-place apps/${name}/secrets/NAME.enc.yaml\`.`,
      'Change one later with `sops FILE`; then `npm run synth` and commit both files.',
    ],
  };
}

function badRecipients(recipients: readonly string[]): Issue[] {
  return recipients.flatMap((recipient, index) => {
    if (isAgeRecipient(recipient)) return [];
    // A private key pasted here must not be repeated.
    const shown = containsAgePrivateKey(recipient) ? 'a private key' : quote(recipient);
    return [
      asIssue(ageRecipient, { path: `secrets.recipients[${index}]`, problem: `${shown} is not an age public key` }),
    ];
  });
}

interface SecretFile {
  readonly file: string;
  readonly namespace: string;
  readonly name: string;
  readonly text: string;
}

/** The files with the names that stand in them in clear. Files that cannot be read are reported by `check`. */
function secretsOf(platform: Platform): SecretFile[] {
  const secrets = [...platform.inputs.secrets].map(([file, text]): SecretFile => {
    const document = parseDocument(text, { logLevel: 'silent' });
    const field = (name: string) => String(document.getIn(['metadata', name]) ?? '');
    return { file, namespace: field('namespace'), name: field('name'), text };
  });
  return secrets.sort((a, b) => (a.file < b.file ? -1 : 1));
}
