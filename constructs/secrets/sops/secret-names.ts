import { isReference, looksLikeName } from './references.ts';

/** What a value under a name like this is: surely a secret unless it is a reference; or perhaps only the name of a Secret or a key. */
type Meaning = 'secret' | 'secret-or-name' | 'other';

/** `AUTH_TOKEN`, `adminPassword`, `apikey`; only the last word decides, so that `passwordKey`, `tokenTTL` and `secretName` are none. */
const SECRET =
  /(?:password|passwd|passphrase|token|apikey|privatekey)$|(?:^| )(?:api|private|secret access) key$|. pwd$|secret key base$/;
/** Secrets that go by the name of who holds them. A bare `secret` mostly names an object. */
const HELD_SECRET = /(?:client|app|shared|signing|webhook|jwt|session|cookie|hmac|oauth|oidc) ?secret$/;
const SECRET_OR_NAME = /secret$|secretkey$|(?:^| )(?:secret|encryption|signing|master) key$/;
/** `existingSecret`, `automountServiceAccountToken`, `maxToken`: another thing, whatever comes after. */
const NOT_A_VALUE =
  /^(?:existing|use|enable|disable|no|generate|create|require|allow|automount|is|has|max|min|num|public) /;

const MOST_NAMES = 20_000;
const meanings = new Map<string, Meaning>();

/** Whether a field, variable or option of this name with this value gives a secret away. */
export function isSecretLiteral(name: string, value: string): boolean {
  const meaning = meaningOf(name);
  if (meaning === 'other' || value.trim() === '' || isReference(value.trim())) return false;
  return meaning === 'secret' || !looksLikeName(value.trim());
}

/** Remembered, because the same few names come thousands of times. */
function meaningOf(name: string): Meaning {
  const known = meanings.get(name);
  if (known !== undefined) return known;
  const meaning = name.length > 253 ? 'other' : classify(words(name));
  if (meanings.size < MOST_NAMES) meanings.set(name, meaning);
  return meaning;
}

function classify(words: string): Meaning {
  if (NOT_A_VALUE.test(words)) return 'other';
  if (SECRET.test(words) || HELD_SECRET.test(words)) return 'secret';
  return SECRET_OR_NAME.test(words) ? 'secret-or-name' : 'other';
}

/** `dbPassword`, `DB_PASSWORD`, `auth.db-password` to lower-case words between spaces. */
function words(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();
}
