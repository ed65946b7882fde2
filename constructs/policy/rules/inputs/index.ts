import type { Rule } from '../../rule.ts';

export const unknownField: Rule = {
  code: 'FL1001',
  title: 'Every field of a definition is one that Fairlead knows',
  why: 'A mistyped field would be ignored, and its default used without a word',
  fix: 'use the field that it suggests',
};

export const wrongType: Rule = {
  code: 'FL1002',
  title: 'Every field has the type that it is meant to have',
  why: 'What a type checker has not seen, plain JavaScript for one, would fail later and further away',
  fix: 'give it a value of that type',
};

export const missingField: Rule = {
  code: 'FL1003',
  title: 'Every field without a default is there',
  why: 'Fairlead would have to guess what runs in your cluster',
  fix: 'add the field',
};

export const unreadableDefinition: Rule = {
  code: 'FL1004',
  title: 'A platform is a module that exports its definition',
  why: 'Nothing can be rendered from a file that Node cannot run',
  fix: 'mend what it says; `npx tsc` shows the place',
};

export const folderName: Rule = {
  code: 'FL1005',
  title: 'A platform has the name of its folder',
  why: 'The output is written to dist/ and the name of the folder, and the engine reads dist/ and the name of the platform',
  fix: 'give both the same name',
};

export const strayFile: Rule = {
  code: 'FL1741',
  title: 'Folders beside a definition hold only what belongs there',
  why: 'A Secret that is not encrypted, or a file with another ending, would be committed and never used',
  fix: 'encrypt it (`sops encrypt`) and name it *.enc.yaml, or move it elsewhere',
};

export const privateKeyInFiles: Rule = {
  code: 'FL1742',
  title: 'No age private key is in the repository',
  why: 'Who has it reads every secret that was ever committed, from the history too',
  fix: 'take it out, make a new key, `sops updatekeys` every file, and replace the secrets themselves',
};

/** Rules about what is read before a platform is resolved. */
export const inputRules: readonly Rule[] = [
  unknownField,
  wrongType,
  missingField,
  unreadableDefinition,
  folderName,
  strayFile,
  privateKeyInFiles,
];
