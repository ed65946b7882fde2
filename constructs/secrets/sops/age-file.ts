import { decodeBase64 } from './enc-value.ts';

const ARMOR = /^-----BEGIN AGE ENCRYPTED FILE-----\r?\n([A-Za-z0-9+/=\r\n]+?)\r?\n-----END AGE ENCRYPTED FILE-----\s*$/;
const HEADER = 'age-encryption.org/v1\n-> X25519 ';
const HEADER_MAC = /^\n--- [A-Za-z0-9+/]{43}\n$/;
/** Nonce, the 32 bytes of a data key, authentication tag. */
const PAYLOAD_BYTES = 16 + 32 + 16;

/** What is wrong with the data key of a recipient, in words that do not quote it; undefined when its form is right. */
export function ageFileDefect(text: unknown): string | undefined {
  const base64 = typeof text === 'string' ? ARMOR.exec(text)?.[1] : undefined;
  if (base64 === undefined) return 'is not an armored age file';
  const bytes = decodeBase64(base64.replace(/[\r\n]/g, ''));
  if (!bytes) return 'is not base64 between its armor lines';
  const header = bytes.toString('latin1');
  if (!header.startsWith(HEADER)) return 'is not an age file for an X25519 recipient';
  if (header.includes('\n-> ', HEADER.length)) return 'can be opened by more than one recipient';
  const end = bytes.length - PAYLOAD_BYTES;
  if (!HEADER_MAC.test(header.slice(header.indexOf('\n--- '), end)))
    return 'is cut, or does not hold a 32-byte data key';
  return undefined;
}
