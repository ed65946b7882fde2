import type { Rule } from '../../rule.ts';

export const ageRecipient: Rule = {
  code: 'FL1750',
  title: 'Secrets are encrypted for age public keys that exist',
  why: 'With a mistyped key nobody can decrypt; with a private key in the definition everybody can',
  fix: 'take the line that starts with "age1" from `age-keygen -y KEYFILE`; a private key that was committed must be replaced',
};
