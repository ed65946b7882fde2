import type { KindRef } from './kube-object.ts';

/** One resource as discovery lists it. */
export interface ApiResource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
  readonly group?: string;
  readonly version?: string;
}

type Ask = (path: string) => Promise<{ resources?: ApiResource[] }>;

/** Path under which all versions of the API are found: the core group has its own. */
export function groupPath(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

/** Finds the paths of kinds by asking the server which resources it has. */
export class Discovery {
  readonly #ask: Ask;
  readonly #known = new Map<string, readonly ApiResource[]>();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** The resource that serves a kind; a kind that came after the last look is looked for again. */
  async resource(ref: KindRef): Promise<ApiResource> {
    const find = () =>
      this.#known.get(ref.apiVersion)?.find((each) => each.kind === ref.kind && !each.name.includes('/'));
    const known = find();
    if (known) return known;
    this.#known.set(ref.apiVersion, (await this.#ask(groupPath(ref.apiVersion))).resources ?? []);
    const found = find();
    if (!found) throw new Error(`The API server has no kind ${ref.kind} in ${ref.apiVersion}`);
    return found;
  }

  /** Path of the collection; `namespace` narrows it when the kind has namespaces. */
  async collection(ref: KindRef): Promise<string> {
    const resource = await this.resource(ref);
    const scope = resource.namespaced && ref.namespace ? `/namespaces/${ref.namespace}` : '';
    return `${groupPath(ref.apiVersion)}${scope}/${resource.name}`;
  }
}
