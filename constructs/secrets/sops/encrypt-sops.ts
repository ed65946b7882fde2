import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { emitYaml } from '../../files/yaml.ts';
import { ConfigError } from '../../model/issue.ts';
import { emittedLeaves } from './emitted-leaves.ts';
import { formatEncValue } from './enc-value.ts';
import { checkEncryptable } from './encryptable.ts';
import { mapLeaves } from './leaves.ts';
import { readSopsFile } from './read-sops-file.ts';
import { defaultEncryptedRegex, selectionOf } from './selection.ts';

/** The release of SOPS whose file format `encryptSops` writes. */
const FORMAT_VERSION = '3.13.3';

/** How a file is encrypted. */
export interface EncryptOptions {
  /** The file, as issues name it. @default 'the input' */
  readonly path?: string;
  /** Keys whose values are encrypted. @default '^(data|stringData)$' */
  readonly encryptedRegex?: string;
  /** The time that the file says it was changed. @default the clock's */
  readonly now?: Date;
}

/**
 * A Kubernetes Secret in clear text as a file that SOPS decrypts, for the age recipients. Throws a ConfigError that lists all that is in
 * the way, and quotes none of it.
 */
export async function encryptSops(
  text: string,
  recipients: readonly string[],
  options: EncryptOptions = {},
): Promise<string> {
  const { path = 'the input', encryptedRegex = defaultEncryptedRegex, now = new Date() } = options;
  const file = readSopsFile(path, text);
  if (Array.isArray(file)) throw new ConfigError(file);
  const issues = checkEncryptable(file, recipients, encryptedRegex);
  if (issues.length > 0) throw new ConfigError(issues);

  const selects = selectionOf(encryptedRegex);
  const key = randomBytes(32);
  const encrypted = mapLeaves(file.object, ({ path: keys, value }) => {
    return selects?.(keys) && value !== null ? encryptValue(plainText(value), key, `${keys.join(':')}:`) : value;
  });
  const mac = createHash('sha512');
  for (const { value } of emittedLeaves(file.object)) if (value !== null) mac.update(plainText(value));
  const lastmodified = now.toISOString().replace(/\.\d+Z$/, 'Z');
  const sops = {
    age: await encryptKey(key, [...new Set(recipients)].sort()),
    encrypted_regex: encryptedRegex,
    lastmodified,
    mac: encryptValue(mac.digest('hex').toUpperCase(), key, lastmodified),
    version: FORMAT_VERSION,
  };
  // The sops block comes last, so that a file that was cut off always lacks a part of it.
  return emitYaml(encrypted) + emitYaml({ sops });
}

/** As SOPS hashes and encrypts it. Values are text here; `immutable` is the only boolean. */
function plainText(value: unknown): string {
  return value === true ? 'True' : value === false ? 'False' : String(value);
}

/** AES-256-GCM with a nonce of 32 bytes, and the keys on the way to the value as authenticated data: a value moved elsewhere does not decrypt. */
function encryptValue(plain: string, key: Buffer, authenticated: string): string {
  const iv = randomBytes(32);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(authenticated));
  const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return formatEncValue({ data, iv, tag: cipher.getAuthTag(), type: 'str' });
}

/** One age file for each recipient, as sops does it. Loaded only here: every other command runs without. */
async function encryptKey(key: Buffer, recipients: readonly string[]): Promise<{ enc: string; recipient: string }[]> {
  const { armor, Encrypter } = await import('age-encryption');
  return Promise.all(
    recipients.map(async (recipient) => {
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      return { enc: armor.encode(await encrypter.encrypt(new Uint8Array(key))), recipient };
    }),
  );
}
