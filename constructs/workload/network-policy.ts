import { k8s } from 'cdk8s-plus-28';
import { namespacesOf } from '../model/resolve.ts';
import type { Manifest } from './manifest.ts';
import type { PeerAddress, PeerNamespace } from './peer.ts';
import { platformIndex } from './platform-index.ts';
import type { ResolvedWorkload } from './resolved-workload.ts';

/** CoreDNS, under the label that it has kept from kube-dns, in every distribution. */
const DNS: k8s.NetworkPolicyEgressRule = {
  to: [{ namespaceSelector: inNamespace('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
  ports: [
    { port: k8s.IntOrString.fromNumber(53), protocol: 'TCP' },
    { port: k8s.IntOrString.fromNumber(53), protocol: 'UDP' },
  ],
};

/**
 * All that may reach the pods of a workload, those of its cron and one-shot jobs too, and all that they may reach: DNS and what is declared.
 * Whether it holds is up to the network plugin of the cluster.
 */
export function networkPolicy(workload: ResolvedWorkload): Manifest {
  const { name, statedNamespace, labels, props } = workload;
  return k8s.KubeNetworkPolicy.manifest({
    metadata: { name, namespace: statedNamespace, labels },
    spec: {
      podSelector: { matchLabels: ofInstance(name) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [...fromController(workload), ...(props.allowFrom ?? []).map((peer) => ingressRule(workload, peer))],
      egress: [DNS, ...(props.allowTo ?? []).map((peer) => egressRule(workload, peer))],
    },
  });
}

function fromController({ hosts, ports, mainPort, props }: ResolvedWorkload): k8s.NetworkPolicyIngressRule[] {
  const namespace = props.ingress?.namespace ?? props.gateway?.proxyNamespace ?? props.gateway?.namespace;
  if (namespace === undefined || hosts.length === 0) return [];
  return [
    {
      from: [{ namespaceSelector: inNamespace(namespace) }],
      ports: tcp(ports.filter(([port]) => port === mainPort).map(([, number]) => number)),
    },
  ];
}

function ingressRule(workload: ResolvedWorkload, peer: string | PeerNamespace): k8s.NetworkPolicyIngressRule {
  const own = workload.ports.map(([, port]) => port);
  if (typeof peer === 'string') return { from: [servicePeer(workload, peer)], ports: tcp(own) };
  return { from: [{ namespaceSelector: inNamespace(peer.namespace) }], ports: tcp(peer.ports ?? own) };
}

function egressRule(
  workload: ResolvedWorkload,
  peer: string | PeerNamespace | PeerAddress,
): k8s.NetworkPolicyEgressRule {
  if (typeof peer === 'string') {
    const ports = platformIndex(workload.platform).workloads.get(peer)?.ports;
    return { to: [servicePeer(workload, peer)], ...(ports && { ports: tcp(ports) }) };
  }
  const ports = peer.ports && { ports: tcp(peer.ports) };
  if ('namespace' in peer) return { to: [{ namespaceSelector: inNamespace(peer.namespace) }], ...ports };
  const { cidr, except } = peer;
  return { to: [{ ipBlock: { cidr, ...(except && { except: [...except].sort() }) } }], ...ports };
}

/** The pods of a service in the same environment. What Fairlead does not render has labels that it does not know: then its namespace. */
function servicePeer({ platform, environment }: ResolvedWorkload, peer: string): k8s.NetworkPolicyPeer {
  const { services, workloads } = platformIndex(platform);
  const service = services.get(peer);
  if (!service) throw new Error(`the rules let the unknown service ${peer} pass`);
  const [namespace = service.namespace] = namespacesOf(service, environment ? [environment] : []);
  return {
    namespaceSelector: inNamespace(namespace),
    ...(workloads.has(peer) && { podSelector: { matchLabels: ofInstance(peer) } }),
  };
}

function ofInstance(service: string): Record<string, string> {
  return { 'app.kubernetes.io/instance': service };
}

/** Every namespace carries its name as a label since Kubernetes 1.21. */
function inNamespace(namespace: string): k8s.LabelSelector {
  return { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
}

function tcp(ports: readonly number[]): k8s.NetworkPolicyPort[] {
  return [...ports].sort((a, b) => a - b).map((port) => ({ port: k8s.IntOrString.fromNumber(port), protocol: 'TCP' }));
}
