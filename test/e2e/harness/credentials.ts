import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Key and admin token of one cluster, made for it and gone with it. */
export interface ClusterCredentials {
  readonly adminToken: string;
  readonly tokenFile: string;
  /** Signs and verifies the tokens of service accounts. */
  readonly serviceAccountKey: string;
}

/** Writes the files that an API server reads its credentials from. */
export function createCredentials(folder: string): ClusterCredentials {
  const adminToken = randomBytes(24).toString('hex');
  const tokenFile = join(folder, 'tokens.csv');
  writeFileSync(tokenFile, `${adminToken},admin,admin,system:masters\n`, { mode: 0o600 });
  const serviceAccountKey = join(folder, 'service-account.pem');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(serviceAccountKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return { adminToken, tokenFile, serviceAccountKey };
}
