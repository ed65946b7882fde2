import type { RuleText } from './rule-text.ts';

/** What `encryptSops` refuses, beyond what `fileRules` say of every file. */
export const encryptRules = {
  already: {
    code: 'FL1730',
    title: 'Only a file in clear text is encrypted',
    why: 'Encrypting ciphertext again makes a file that decrypts to ciphertext',
    fix: 'edit it with `sops edit FILE`, or decrypt it first',
  },
  comment: {
    code: 'FL1731',
    title: 'A file to be encrypted has no comments',
    why: 'SOPS makes comments part of the encrypted tree, and comments elsewhere stay in clear; neither survives another tool',
    fix: 'delete the comments, or encrypt the file with `sops encrypt --in-place FILE`',
  },
  scalar: {
    code: 'FL1732',
    title: 'Every value is text that all YAML versions read alike',
    why: 'A Secret takes only text, and YAML 1.1 and 1.2 disagree on values such as 0777, yes, 1_000 and 1:30',
    fix: 'put the value into double quotes',
  },
  empty: {
    code: 'FL1733',
    title: 'No value of a Secret is empty',
    why: 'SOPS leaves an empty value in clear, so that nobody can tell it from a value that somebody deleted',
    fix: 'leave the key out, or give it a value',
  },
  recipient: {
    code: 'FL1734',
    title: 'A file is encrypted for at least one valid age recipient',
    why: 'With none, or with a typing error in one, nobody could decrypt the file',
    fix: 'give the public key that `age-keygen -y` prints: age1 and 58 more characters',
  },
  base64: {
    code: 'FL1735',
    title: 'Values under data are base64',
    why: 'The API server refuses the decrypted Secret otherwise, in the cluster instead of here',
    fix: 'put the value under stringData as it is',
  },
  selection: {
    code: 'FL1736',
    title: 'The selection for encryption is one that the check of encrypted files accepts',
    why: 'A selection that misses data or stringData leaves secrets in clear; one that matches metadata hides the name',
    fix: 'use ^(data|stringData)$',
  },
} as const satisfies Record<string, RuleText>;
