import { Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsAgePrivateKey, isAgeRecipient, shortRecipient } from '../../constructs/secrets/sops/age-key.ts';
import { keyPair } from './sample.ts';

function accepted(recipient: string): boolean {
  try {
    new Encrypter().addRecipient(recipient);
    return true;
  } catch {
    return false;
  }
}

describe('isAgeRecipient', () => {
  it('agrees with age-encryption on good keys and on keys with one character changed', async () => {
    const { recipient } = await keyPair();
    expect(isAgeRecipient(recipient)).toBe(true);
    const characters = fc.constantFrom(...'qpzry9x8gf2tvdw0s3jn54khce6mua7l1bioA');
    fc.assert(
      fc.property(fc.nat(recipient.length - 1), characters, (at, character) => {
        const changed = recipient.slice(0, at) + character + recipient.slice(at + 1);
        expect(isAgeRecipient(changed)).toBe(accepted(changed));
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with age-encryption on 200 fresh keys', async () => {
    for (let i = 0; i < 200; i++) expect(isAgeRecipient((await keyPair()).recipient)).toBe(true);
  });

  it('refuses private keys, post-quantum and plugin recipients, and other text', async () => {
    const { identity, recipient } = await keyPair();
    const hybrid = await identityToRecipient(await generateHybridIdentity());
    const others = [
      '',
      'age1',
      identity,
      hybrid,
      ` ${recipient}`,
      `${recipient}\n`,
      recipient.toUpperCase(),
      'ssh-ed25519 AAAA',
    ];
    expect(others.filter(isAgeRecipient)).toEqual([]);
  });
});

describe('age keys in text', () => {
  it('finds private keys, and not the words of an instruction', async () => {
    const { identity, recipient } = await keyPair();
    expect(containsAgePrivateKey(`# public key: ${recipient}\n${identity}\n`)).toBe(true);
    expect(containsAgePrivateKey(identity.toLowerCase())).toBe(true);
    expect(containsAgePrivateKey(await generateHybridIdentity())).toBe(true);
    expect(containsAgePrivateKey(`AGE-SECRET-KEY-1... belongs to ${recipient}`)).toBe(false);
  });

  it('shortens recipients, and shows nothing else', async () => {
    const { identity, recipient } = await keyPair();
    expect(shortRecipient(recipient)).toBe(`${recipient.slice(0, 12)}…${recipient.slice(-4)}`);
    expect(shortRecipient(identity)).toBe('something that is no age recipient');
  });
});
