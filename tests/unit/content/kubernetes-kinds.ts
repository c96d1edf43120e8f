/** What the kinds of components mean for the rules: who they are, never which one. */
import type { Architecture, DiagramEdge, NodeId } from '../../../src/scenario/model.ts';
import { componentOf } from '../../../src/shared/node-id.ts';

/** Components that only ever dial the API server (and what is outside of the cluster), and that nobody but a scraper dials. */
export const WATCHERS: ReadonlySet<string> = new Set(['scheduler', 'controller-manager', 'cloud-controller-manager', 'controller', 'kube-proxy']);
export const CONTROL: ReadonlySet<string> = new Set([...WATCHERS, 'kubelet', 'etcd', 'webhook']);
/** Who waits for changes: each keeps a watch on the API server. */
export const WAITING: ReadonlySet<string> = new Set([...WATCHERS, 'kubelet', 'dns', 'ingress-controller', 'csi', 'cni']);
export const CLIENTS: ReadonlySet<string> = new Set(['kubectl', 'dashboard', 'cicd', 'application', 'user', 'browser', 'client']);
/** Objects of the API that look like a hop but are none. */
export const VIRTUAL: ReadonlySet<string> = new Set(['service', 'service-network', 'ingress', 'endpoint-slice']);

/** An edge with the kinds of its two ends. */
export interface Dial {
  readonly edge: DiagramEdge;
  readonly from: string;
  readonly to: string;
}

/** Kind of a component; a part counts as its component. The load balancer in front of API servers is `api-balancer`. */
export function kindOf(architecture: Architecture, id: NodeId): string {
  const node = architecture.nodes.get(id);
  const component = node?.parent === undefined ? node : architecture.nodes.get(node.parent);
  if (component?.kind !== 'load-balancer') return component?.kind ?? '';
  const leads = [...architecture.edges.values()].some(({ from, to }) => from === component.id && architecture.nodes.get(to)?.kind === 'api-server');
  return leads ? 'api-balancer' : 'load-balancer';
}

/** The connections of an architecture: not plain relations, not the stations of a road, and not what parts of one process do among themselves; members of etcd are processes. */
export function dialsOf(architecture: Architecture): Dial[] {
  return [...architecture.edges.values()].filter(({ kind, protocol }) => kind !== 'uses' && protocol !== 'path')
    .map((edge) => ({ edge, from: kindOf(architecture, edge.from), to: kindOf(architecture, edge.to) }))
    .filter(({ edge, to }) => componentOf(edge.from) !== componentOf(edge.to) || to === 'etcd');
}
