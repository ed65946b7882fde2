const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const PRIVATE_KEY = new RegExp(`AGE-SECRET-KEY-(?:PQ-)?1[${BECH32}]{40}`, 'i');
const RECIPIENT = new RegExp(`^age1[${BECH32}]{58}$`);
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Whether an age private key stands in the text. `AGE-SECRET-KEY-1...` in an instruction is not one. */
export function containsAgePrivateKey(text: string): boolean {
  return PRIVATE_KEY.test(text);
}

/**
 * Whether the text is an X25519 recipient (`age1...`) with the right checksum. Recipients of plugins, of SSH keys and post-quantum ones are
 * not: the controllers that decrypt do not all read them. Computed here, because loading `age-encryption` takes a tenth of a second
 * on every run, and its bech32 is not exported.
 */
export function isAgeRecipient(text: string): boolean {
  if (!RECIPIENT.test(text)) return false;
  const words = [...text.slice('age1'.length)].map((c) => BECH32.indexOf(c));
  // 32 bytes fill 51 words and one bit of the next; the other four are padding.
  const padding = (words[51] ?? 0) & 0b1111;
  return padding === 0 && checksum([...expandedPrefix('age'), ...words]) === 1;
}

/** `age1q2w3e4r…9xk2`: enough to recognise a recipient by. Anything else is not shown: it may be the private key. */
export function shortRecipient(recipient: string): string {
  if (!isAgeRecipient(recipient)) return 'something that is no age recipient';
  return `${recipient.slice(0, 12)}…${recipient.slice(-4)}`;
}

/** BIP 173: the high bits of each character, a zero, the low bits. */
function expandedPrefix(prefix: string): number[] {
  const codes = [...prefix].map((c) => c.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function checksum(words: readonly number[]): number {
  let state = 1;
  for (const word of words) {
    const top = state >>> 25;
    state = ((state & 0x1ffffff) << 5) ^ word;
    GENERATOR.forEach((value, bit) => {
      if ((top >> bit) & 1) state ^= value;
    });
  }
  return state;
}
