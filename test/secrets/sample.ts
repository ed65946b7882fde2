import { generateIdentity, identityToRecipient } from 'age-encryption';
import { encryptSops } from '../../constructs/secrets/sops/encrypt-sops.ts';

/** A value that no issue and no error may ever contain. */
export const CANARY = 'canary-7f3a9c-hunter2';

export interface KeyPair {
  readonly identity: string;
  readonly recipient: string;
}

/** A fresh age key pair: tests bring no private key with them. */
export async function keyPair(): Promise<KeyPair> {
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** A Secret in clear text with the canary in both of its values. */
export const clearSecret = `apiVersion: v1
kind: Secret
metadata:
  name: registry
  namespace: demo
  labels:
    app: demo
type: Opaque
stringData:
  password: ${CANARY}
  user: "${CANARY}-2"
`;

/** The same, encrypted for the recipients. */
export function encryptedSecret(...recipients: readonly string[]): Promise<string> {
  return encryptSops(clearSecret, recipients, { now: new Date('2026-11-21T12:00:00Z') });
}
