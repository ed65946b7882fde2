/** The object that makes kustomize call KSOPS, with files beside the kustomization that lists it under `generators`. */
export interface KsopsGenerator {
  readonly apiVersion: 'viaduct.ai/v1';
  readonly kind: 'ksops';
  readonly metadata: { readonly name: string; readonly annotations: Readonly<Record<string, string>> };
  readonly files: readonly string[];
}

/** Decrypts `files`, named from the folder of the kustomization, when kustomize builds it. */
export function ksopsGenerator(name: string, files: readonly string[]): KsopsGenerator {
  return {
    apiVersion: 'viaduct.ai/v1',
    kind: 'ksops',
    // An exec function: kustomize finds the binary on its PATH, and needs --enable-alpha-plugins and --enable-exec.
    metadata: { name, annotations: { 'config.kubernetes.io/function': 'exec:\n  path: ksops\n' } },
    files: [...new Set(files)].sort().map((file) => (file.startsWith('./') ? file : `./${file}`)),
  };
}
