import type { RuleText } from './rule-text.ts';

/** What a SOPS file must be before Fairlead copies it into the rendered repository. */
export const fileRules = {
  unreadable: {
    code: 'FL1701',
    title: 'A SOPS file is whole, well-formed YAML',
    why: 'A file that was cut off, or indented with tabs, fails in the cluster and blocks all that is delivered with it',
    fix: 'restore the file from git, or create it again and run `sops encrypt --in-place` on it',
  },
  conflict: {
    code: 'FL1702',
    title: 'A SOPS file has no merge-conflict markers',
    why: 'Two versions of a SOPS file cannot be merged line by line: the MAC covers all values (sops #52, #1117)',
    fix: 'take one version whole with `git checkout --ours` or `--theirs`, then repeat the other change with `sops edit`',
  },
  json: {
    code: 'FL1703',
    title: 'A SOPS file named .yaml holds block YAML, not JSON',
    why: 'SOPS chooses its parser by the name of the file, so that the next tool rewrites all of it or refuses it',
    fix: 'write it as YAML, one key a line, before it is encrypted',
  },
  duplicateKey: {
    code: 'FL1704',
    title: 'A SOPS file has each key once',
    why: 'Parsers disagree on which of two equal keys counts, so that one of them may stay in clear unseen',
    fix: 'delete one of the two lines with `sops edit`',
  },
  yamlFeature: {
    code: 'FL1705',
    title: 'A SOPS file uses no anchors, aliases, merge keys, tags, directives, or keys that are not text',
    why: 'SOPS copies what an alias points to and refuses keys that are not text: what is applied is not what was reviewed',
    fix: 'write the value out where it is used',
  },
  oneDocument: {
    code: 'FL1706',
    title: 'A SOPS file holds exactly one document',
    why: 'One sops block vouches for all documents of a file, and a reader sees only the first',
    fix: 'one Secret a file, without `---` between or after',
  },
  notSecret: {
    code: 'FL1707',
    title: 'A SOPS file is a Kubernetes Secret with data or stringData',
    why: 'Other kinds are applied in clear, and a Secret whose values are not text is refused by the API server',
    fix: 'start with `apiVersion: v1` and `kind: Secret`, and give data or stringData as a map of text',
  },
  name: {
    code: 'FL1708',
    title: 'A SOPS file names its Secret and the namespace in clear',
    why: 'Without a namespace it lands wherever the engine happens to apply it; names that cannot be read cannot be checked',
    fix: 'give metadata.name and metadata.namespace in clear',
  },
  unencrypted: {
    code: 'FL1709',
    title: 'A file in the secrets folder is encrypted',
    why: 'A Secret in clear text looks the same to the engine, and stays in the history of git for ever (stacks #2241)',
    fix: '`sops encrypt --in-place FILE`',
  },
  clearValue: {
    code: 'FL1710',
    title: 'Every value under data and stringData is encrypted',
    why: 'A narrow encrypted_regex or an edit by hand leaves single values in clear (sops #1557), and Flux never checks the MAC',
    fix: 'change the value where it comes from, for it was in clear; then decrypt, edit and encrypt the file with sops',
  },
  malformedValue: {
    code: 'FL1711',
    title: 'Every encrypted value has the form that SOPS can read',
    why: 'One value that cannot be read makes the whole file fail to decrypt',
    fix: 'restore the value from git, or set it again with `sops set`',
  },
  clearPlace: {
    code: 'FL1712',
    title: 'Nothing outside data and stringData can hold a secret in clear text',
    why: 'SOPS encrypts only what its selection names: a copy of the object in an annotation, or a comment, stays readable',
    fix: 'delete it from the file, and change the secret if it was there',
  },
  selection: {
    code: 'FL1713',
    title: 'A SOPS file selects its values with an encrypted_regex that covers data and stringData',
    why: 'The next edit with sops leaves in clear whatever the selection does not name; without one, even the kind is unreadable',
    fix: 'decrypt the file, and encrypt it again with the .sops.yaml of the platform: encrypted_regex ^(data|stringData)$',
  },
  mac: {
    code: 'FL1714',
    title: 'A SOPS file carries its MAC',
    why: 'Without it nobody can notice that values were added, removed or swapped',
    fix: 'restore the file from git, or decrypt it with `--ignore-mac`, read it through, and encrypt it again',
  },
  metadata: {
    code: 'FL1715',
    title: 'The sops block has lastmodified as quoted text, a version, and no field that SOPS does not know',
    why: 'SOPS authenticates the MAC with lastmodified, and refuses a file where YAML reads it as a timestamp',
    fix: 'restore the sops block from git; never edit it by hand',
  },
  macOnlyEncrypted: {
    code: 'FL1716',
    title: 'The MAC of a SOPS file covers its clear text too',
    why: 'With mac_only_encrypted, name, namespace and type of a Secret can be changed without breaking the MAC',
    fix: 'delete mac_only_encrypted from .sops.yaml, decrypt the file and encrypt it again',
  },
  recipients: {
    code: 'FL1717',
    title: 'A SOPS file is encrypted for exactly the recipients that the platform declares',
    why: 'With one missing the cluster cannot decrypt; one too many is somebody who can',
    fix: 'put the recipients into .sops.yaml, and run `sops updatekeys --yes FILE`',
  },
  keyGroups: {
    code: 'FL1718',
    title: 'A SOPS file has age recipients and no other kind of key',
    why: 'A PGP or KMS key is another way to the same secrets, which the platform does not declare',
    fix: 'leave only `age` in .sops.yaml, and run `sops updatekeys --yes FILE`',
  },
  ageFile: {
    code: 'FL1719',
    title: 'Each recipient of a SOPS file has its data key as an armored age file, for one reader',
    why: 'A cut or edited data key cannot be opened; one with a second reader opens for somebody whom nobody declared',
    fix: 'restore it from git, or run `sops updatekeys --yes FILE` with another key that can decrypt',
  },
} as const satisfies Record<string, RuleText>;
