import type { RuleText } from './rule-text.ts';

const why = 'Whoever reads the repository, its history or the object in the cluster has the secret';
const fix = 'revoke it where it was issued, put its successor into a SOPS file, and refer to that Secret';

/** Secrets in clear text in a rendered object. */
export const plaintextRules = {
  secret: {
    code: 'FL1720',
    title: 'No rendered Secret is in clear text',
    why: 'base64 is not encryption: the repository and its history would hold the values for everyone who reads it',
    fix: 'leave the object out of the definition, and put it into a SOPS file in the secrets folder',
  },
  gitlab: { code: 'FL1721', title: 'No GitLab token is in clear text', why, fix },
  github: { code: 'FL1722', title: 'No GitHub token is in clear text', why, fix },
  aws: { code: 'FL1723', title: 'No AWS access key is in clear text', why, fix },
  slack: { code: 'FL1724', title: 'No Slack token or incoming webhook is in clear text', why, fix },
  privateKey: { code: 'FL1725', title: 'No private key in PEM form is in clear text', why, fix },
  ageKey: {
    code: 'FL1726',
    title: 'No age private key is in the repository',
    why: 'It opens every SOPS file that is encrypted for it, also those in old commits',
    fix: 'make a new key with `age-keygen`, run `sops updatekeys` and `sops rotate` on every file, and change all secrets in them',
  },
  jwt: { code: 'FL1727', title: 'No JSON web token is in clear text', why, fix },
  urlPassword: {
    code: 'FL1728',
    title: 'No URL carries a password',
    why: 'URLs end up in logs, events and status fields, each readable by more people than Secrets are',
    fix: 'leave user and password out of the URL, and give them by reference to a Secret',
  },
  named: {
    code: 'FL1729',
    title: 'What is named a password, token, key or secret is a reference, not a literal',
    why,
    fix: 'put the value into a SOPS file, and use `valueFrom.secretKeyRef`, `existingSecret` or what the chart offers',
  },
} as const satisfies Record<string, RuleText>;
