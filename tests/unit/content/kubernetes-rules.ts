/**
 * Who may dial whom in a Kubernetes architecture, and how: decided from the kinds of the two ends, the edge's protocol and kind and its direction (the side
 * that dials stands first). There is no list of exceptions by name. M is monitoring, L is logging; the numbers are the nine rules that every hop obeys.
 */
import type { Architecture } from '../../../src/scenario/model.ts';
import { CLIENTS, CONTROL, dialsOf, VIRTUAL, WAITING, WATCHERS, type Dial } from './kubernetes-kinds.ts';

const HTTP = /^HTTPS?$/;
/** How a network plugin's agent programs the kernel; kube-proxy does it by netlink. */
const FILTER = /^(eBPF|iptables|nftables|filter|OVS)/;
const isApi = (kind: string): boolean => kind === 'api-server' || kind === 'api-balancer';
const isScrape = ({ from, edge }: Dial): boolean => from === 'prometheus' && HTTP.test(edge.protocol ?? '');

type Broken = (dial: Dial, all: readonly Dial[]) => boolean;

/** One rule about who may dial whom, and how. */
const RULES: readonly (readonly [rule: string, broken: Broken])[] = [
  ['1 only the API server and its own peers dial etcd', ({ from, to }) => to === 'etcd' && from !== 'api-server' && from !== 'etcd'],
  ['1 etcd dials nobody but its peers, by Raft', ({ from, to, edge }) => from === 'etcd' && !(to === 'etcd' && edge.protocol === 'Raft')],
  ['1 components talk to the API server only', ({ from, to }) => CONTROL.has(from) && CONTROL.has(to) && !(from === 'etcd' && to === 'etcd')],
  ['1 clients talk to the API server', ({ from, to }) => CLIENTS.has(from) && CONTROL.has(to)],
  ['1 the load balancer of the API passes on to API servers only', ({ from, to }) => from === 'api-balancer' && to !== 'api-server'],
  ['1 components reach the API server itself or through its load balancer', ({ from, to }) => CONTROL.has(from) && to === 'load-balancer'],
  ['1 an extension of the API is asked through the API server', (dial) => dial.to === 'metrics-server' && dial.from !== 'api-server' && !isScrape(dial)],
  ['2 a watch ends at the API server', ({ from, to, edge }) => edge.kind === 'watch' && !isApi(to) && !(from === 'api-server' && to === 'etcd')],
  ['2 who waits for events dials with a watch', ({ from, to, edge }) => WAITING.has(from) && to === 'api-server' && edge.kind !== 'watch'],
  ['3 nobody commands the scheduler, a controller or kube-proxy', (dial) => WATCHERS.has(dial.to) && !isScrape(dial)],
  ['3 only the API server and who pulls metrics dial a kubelet, by HTTPS', ({ from, to, edge }) =>
    to === 'kubelet' && !(['api-server', 'metrics-server', 'prometheus'].includes(from) && edge.protocol === 'HTTPS')],
  ['6 only the API server asks admission webhooks', ({ from, to }) => to === 'webhook' && from !== 'api-server'],
  ['6 everybody speaks HTTPS to the API server', ({ from, to, edge }) => isApi(to) && edge.protocol !== 'HTTPS' && !(from === 'api-balancer' && edge.protocol === 'TCP')],
  ['7 no packet of a user touches kube-proxy or the control plane', ({ from, to, edge }) => edge.kind === 'data' && [from, to].some((end) => CONTROL.has(end) || isApi(end))],
  ['7 no packet passes the box of a Service', ({ from, to, edge }) => edge.kind === 'data' && [from, to].some((end) => VIRTUAL.has(end))],
  ['7 kube-proxy reaches the kernel and the API server only', ({ from, to }) => from === 'kube-proxy' && to !== 'kernel' && !isApi(to)],
  ['7 kube-proxy programs the kernel by netlink, a network plugin by its filter, nobody else does', ({ from, to, edge }) => to === 'kernel' && edge.kind !== 'data'
    && !(from === 'kube-proxy' && edge.protocol === 'netlink') && !(from === 'cni' && FILTER.test(edge.protocol ?? ''))],
  ['9 the kubelet alone dials the runtime, by CRI', ({ from, to, edge }) => to === 'runtime' && !(from === 'kubelet' && edge.protocol === 'CRI')],
  ['9 the runtime alone runs CNI', ({ from, to }) => to === 'cni' && from !== 'runtime' && from !== 'cni'],
  ['9 the runtime never calls the API server', ({ from, to }) => from === 'runtime' && isApi(to)],
  ['9 the kubelet dials the CSI node plugin, sidecars the CSI controller', ({ from, to, edge }, all) => edge.protocol === 'CSI' && from !== 'kubelet'
    && !(from === 'csi' && to === 'csi' && !all.some((other) => other.from === 'kubelet' && other.edge.to.split('/')[0] === edge.to.split('/')[0]))],
  ['9 Pods report to nobody on the node', ({ from, to }) => from === 'pod' && ['kubelet', 'runtime', 'kube-proxy'].includes(to)],
  ['9 the runtime alone starts processes', ({ from, edge }) => edge.protocol === 'process' && from !== 'runtime'],
  ['9 a kubelet dials a Pod to probe it, by HTTP, TCP or gRPC', ({ from, to, edge }) => from === 'kubelet' && to === 'pod' && !/^(HTTPS?|TCP|gRPC)$/.test(edge.protocol ?? '')],
  ['M nobody pushes to Prometheus: Grafana and people ask it', ({ from, to }) => to === 'prometheus' && !['grafana', 'prometheus'].includes(from) && !CLIENTS.has(from)],
  ['M Prometheus dials by HTTP', ({ from, to, edge }) => from === 'prometheus' && to !== 'prometheus' && !HTTP.test(edge.protocol ?? '')],
  ['M Prometheus does not dial Grafana', ({ from, to }) => to === 'grafana' && !CLIENTS.has(from)],
  ['M Prometheus alone sends alerts to Alertmanager', ({ from, to }) => to === 'alertmanager' && !['prometheus', 'alertmanager'].includes(from) && !CLIENTS.has(from)],
  ['M exporters are asked, they dial nobody who keeps metrics', ({ from, to }) => ['metrics', 'metrics-server'].includes(from) && ['prometheus', 'grafana', 'alertmanager'].includes(to)],
  ['M Grafana asks, it does not send alerts', ({ from, to }) => from === 'grafana' && !['prometheus', 'elasticsearch'].includes(to)],
  ['L Elasticsearch is dialled by log shippers and by who reads logs', ({ from, to }) => to === 'elasticsearch' && !['fluentd', 'kibana', 'grafana', 'elasticsearch'].includes(from)],
  ['L Elasticsearch dials nobody but its peers', ({ from, to }) => from === 'elasticsearch' && to !== 'elasticsearch'],
  ['L Kibana is opened by people', ({ from, to }) => to === 'kibana' && !CLIENTS.has(from)],
  ['L log shippers read files and the API: nobody but a shipper dials one', ({ from, to }) => to === 'fluentd' && from !== 'fluentd'],
];

/** The rules that an architecture's edges break, as `rule: edge`. */
export function brokenByEdges(architecture: Architecture): string[] {
  const all = dialsOf(architecture);
  return all.flatMap((dial) => RULES.filter(([, broken]) => broken(dial, all)).map(([rule]) => `${rule}: ${dial.edge.id}`));
}
