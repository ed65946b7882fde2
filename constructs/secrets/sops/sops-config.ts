import { defaultEncryptedRegex } from './selection.ts';

/** What `.sops.yaml` holds: sops looks it up from the folder of the file upwards. */
export interface SopsConfig {
  readonly creation_rules: readonly {
    readonly path_regex: string;
    readonly encrypted_regex: string;
    readonly age: string;
  }[];
}

/** The rules by which `sops encrypt` and `sops updatekeys` write the files of a platform. Each recipient once, whatever the order. */
export function sopsConfig(recipients: readonly string[]): SopsConfig {
  const age = [...new Set(recipients)].sort().join(',');
  return { creation_rules: [{ path_regex: String.raw`\.enc\.yaml$`, encrypted_regex: defaultEncryptedRegex, age }] };
}
