/** Fields of the sops block that hold keys of other kinds than age, or groups of keys. */
export const otherKeys = [
  'pgp',
  'kms',
  'gcp_kms',
  'azure_kv',
  'hc_vault',
  'hckms',
  'key_groups',
  'shamir_threshold',
] as const;
