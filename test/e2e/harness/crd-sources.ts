import { tmpdir } from 'node:os';
import { tryCommand } from './command.ts';
import { engine } from './run-context.ts';

/** A folder of CustomResourceDefinitions in a Go module. */
export interface CrdSource {
  /** Folder inside the module. */
  readonly folder: string;
  /** An engine, whose own pins decide the version; or else a module by path, version and hash. */
  readonly engine?: string;
  readonly module?: `${string}@v${string}`;
  /** Hash of the module as `go.sum` would have it. */
  readonly sum?: string;
}

/** The definitions of the installed Argo CD. */
export const ARGOCD_CRDS: CrdSource = { engine: 'argocd', folder: 'manifests/crds' };

/** Where definitions are found. None is committed: they come from the modules at test time. */
export const crdSources: CrdSource[] = [
  ARGOCD_CRDS,
  {
    module: 'github.com/fluxcd/source-controller@v1.9.6',
    sum: 'h1:nG534/bI6nVpyHra7ONAk6xDB3xPsVT+EOLHZHXPrrc=',
    folder: 'config/crd/bases',
  },
  {
    module: 'github.com/fluxcd/kustomize-controller@v1.9.6',
    sum: 'h1:XB+G3A0mky0j5uVHZWv4oSlS2RvZBoNIUhstIvY0JKE=',
    folder: 'config/crd/bases',
  },
  {
    module: 'github.com/controlplaneio-fluxcd/flux-operator@v0.59.0',
    sum: 'h1:jByuiWYtjSJxucGHuz68tV0DeVFz5CYrKQYfxAwE7lE=',
    folder: 'config/crd/bases',
  },
  {
    module: 'github.com/cert-manager/cert-manager@v1.21.1',
    sum: 'h1:0LttV37Q5c2CBNoHkjuI8sLKTXWZDC2SwQkxrBMKV9w=',
    folder: 'deploy/crds',
  },
  {
    module: 'go.universe.tf/metallb@v0.16.1',
    sum: 'h1:iVtjCslcUFMOEvuNeAyW2ygZxyW+6YjnNcEuCTOZezc=',
    folder: 'config/crd/bases',
  },
  {
    module: 'sigs.k8s.io/gateway-api@v1.7.0',
    sum: 'h1:duVnm7nO6oXfMMUWfcDoBph47CYR/ME3NGxccOVglaY=',
    folder: 'config/crd/standard',
  },
];

/** Folder of the module that a source is about; a module that is not there yet is downloaded and checked. */
export async function sourcesOf(source: CrdSource): Promise<string> {
  if (source.engine) return engine(source.engine).sources;
  const { module = '', sum } = source;
  // Outside any module, so that nothing there has a say; `auto` because a module may ask for a newer Go.
  const env = { ...process.env, GOFLAGS: '', GOWORK: 'off', GOTOOLCHAIN: 'auto' };
  const result = await tryCommand('go', ['mod', 'download', '-json', module], { cwd: tmpdir(), env });
  const answer = JSON.parse(result.stdout || '{}') as { Dir?: string; Sum?: string; Error?: string };
  if (!answer.Dir) throw new Error(`${module}: ${answer.Error ?? result.stderr}`);
  if (answer.Sum !== sum) throw new Error(`${module} has the hash ${answer.Sum}, and ${sum} is pinned`);
  return answer.Dir;
}
