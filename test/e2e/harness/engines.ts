/** One program group that is built from a pinned Go module under `test/e2e/engines/<name>`. */
export interface Engine {
  readonly name: string;
  /** The module whose version the pins are about, and whose folder holds CRDs and other files. */
  readonly module: string;
  /** File name of each program, and the Go package that it is built from. */
  readonly programs: Readonly<Record<string, string>>;
  readonly cgo?: boolean;
  readonly tags?: readonly string[];
  /** Values set at link time: without them a program reports a placeholder version, which clients parse. */
  readonly linkerValues?: Readonly<Record<string, string>>;
  /** Other names under which a program must be found, as link name to program. */
  readonly links?: Readonly<Record<string, string>>;
}

const KUBERNETES = 'k8s.io/kubernetes';
const ARGOCD = 'github.com/argoproj/argo-cd/v3';

/** Every engine, slowest first so that two builders finish at about the same time. */
export const ENGINES: readonly Engine[] = [
  {
    name: 'kubernetes',
    module: KUBERNETES,
    programs: {
      'kube-apiserver': `${KUBERNETES}/cmd/kube-apiserver`,
      'kube-controller-manager': `${KUBERNETES}/cmd/kube-controller-manager`,
      'kube-scheduler': `${KUBERNETES}/cmd/kube-scheduler`,
      kubectl: `${KUBERNETES}/cmd/kubectl`,
    },
    linkerValues: {
      'k8s.io/component-base/version.gitVersion': 'v1.36.3',
      'k8s.io/component-base/version.gitMajor': '1',
      'k8s.io/component-base/version.gitMinor': '36',
    },
  },
  {
    name: 'argocd',
    module: ARGOCD,
    programs: { argocd: `${ARGOCD}/cmd` },
    linkerValues: { [`${ARGOCD}/common.version`]: '3.5.4' },
    // One program that acts by its name.
    links: {
      'argocd-application-controller': 'argocd',
      'argocd-applicationset-controller': 'argocd',
      'argocd-repo-server': 'argocd',
      'argocd-server': 'argocd',
    },
  },
  {
    name: 'gitea',
    module: 'code.gitea.io/gitea',
    programs: { gitea: 'code.gitea.io/gitea' },
    cgo: true,
    tags: ['sqlite', 'sqlite_unlock_notify'],
    linkerValues: { 'main.Version': '1.26.0' },
  },
  { name: 'sops', module: 'github.com/getsops/sops/v3', programs: { sops: 'github.com/getsops/sops/v3/cmd/sops' } },
  // Argo CD 3.5 drives Helm 4 and ships this very version.
  {
    name: 'helm',
    module: 'helm.sh/helm/v4',
    programs: { helm: 'helm.sh/helm/v4/cmd/helm' },
    linkerValues: { 'helm.sh/helm/v4/internal/version.version': 'v4.2.1' },
  },
  { name: 'kwok', module: 'sigs.k8s.io/kwok', programs: { kwok: 'sigs.k8s.io/kwok/cmd/kwok' } },
  { name: 'etcd', module: 'go.etcd.io/etcd/server/v3', programs: { etcd: 'go.etcd.io/etcd/server/v3' } },
  {
    name: 'kustomize',
    module: 'sigs.k8s.io/kustomize/kustomize/v5',
    programs: { kustomize: 'sigs.k8s.io/kustomize/kustomize/v5' },
  },
  {
    name: 'age',
    module: 'filippo.io/age',
    programs: { age: 'filippo.io/age/cmd/age', 'age-keygen': 'filippo.io/age/cmd/age-keygen' },
  },
];
