import { createDecipheriv, createHash } from 'node:crypto';
import { armor, Decrypter } from 'age-encryption';
import { parse } from 'yaml';
import { parseEncValue } from '../../constructs/secrets/sops/enc-value.ts';
import { selectionOf } from '../../constructs/secrets/sops/selection.ts';

/** What sops does with a file and an age identity, in the same order: data key, values, MAC. Throws where sops would. */
export async function decryptSops(text: string, identity: string): Promise<Record<string, unknown>> {
  // Maps keep the order of the file, on which the MAC depends; objects would list keys such as `9` first.
  const { sops } = parse(text) as { sops: Record<string, unknown> };
  const object = parse(text, { mapAsMap: true }) as Map<string, unknown>;
  object.delete('sops');
  const key = await dataKey(sops.age as { enc: string }[], identity);
  const selects = selectionOf(String(sops.encrypted_regex)) ?? (() => true);
  const mac = createHash('sha512');
  const walk = (value: unknown, path: readonly string[]): unknown => {
    if (value === null) return null;
    if (Array.isArray(value)) return value.map((item) => walk(item, path));
    if (value instanceof Map)
      return Object.fromEntries([...value].map(([name, below]) => [name, walk(below, [...path, name])]));
    const clear = selects(path) && value !== '' ? open(String(value), key, `${path.join(':')}:`) : value;
    mac.update(clear === true ? 'True' : clear === false ? 'False' : String(clear));
    return clear;
  };
  const plain = walk(object, []) as Record<string, unknown>;
  const expected = open(String(sops.mac), key, String(sops.lastmodified));
  if (mac.digest('hex').toUpperCase() !== expected) throw new Error('MAC mismatch');
  return plain;
}

async function dataKey(entries: readonly { enc: string }[], identity: string): Promise<Uint8Array> {
  for (const { enc } of entries) {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const key = await decrypter.decrypt(armor.decode(enc)).catch(() => undefined);
    if (key) return key;
  }
  throw new Error('no recipient matches');
}

function open(text: string, key: Uint8Array, authenticated: string): string {
  const parts = parseEncValue(text);
  if (typeof parts === 'string') throw new Error(parts);
  const decipher = createDecipheriv('aes-256-gcm', key, parts.iv)
    .setAAD(Buffer.from(authenticated))
    .setAuthTag(parts.tag);
  return Buffer.concat([decipher.update(parts.data), decipher.final()]).toString('utf8');
}
