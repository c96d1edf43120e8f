/**
 * The nine rules that every hop of a Kubernetes scenario obeys, decided from the kinds of the two ends, the edge's protocol and kind,
 * its direction (the side that dials stands first) and the time. There is no list of exceptions by name.
 */
import type { Message, Trace } from '../../../src/compile/trace.ts';
import type { Architecture, DiagramEdge, NodeId } from '../../../src/scenario/model.ts';

/** Components that only ever dial the API server, and that nobody but a probe or a scraper dials. */
const WATCHERS = new Set(['scheduler', 'controller-manager', 'cloud-controller-manager', 'kube-proxy']);
const CONTROL = new Set([...WATCHERS, 'kubelet', 'etcd', 'webhook']);
const CLIENTS = new Set(['kubectl', 'dashboard', 'cicd', 'application']);
/** Paths of a kubelet that the API server dials: to fetch something, never to tell something. */
const KUBELET_PATH = /^\/(containerLogs|exec|attach|portForward|run|metrics|logs)\b/;
const WRITE = /^(POST|PUT|PATCH|DELETE)$/;

/** Kind of a component; a part counts as its component. */
function kindOf(architecture: Architecture, id: NodeId): string {
  const node = architecture.nodes.get(id);
  return (node?.parent === undefined ? node : architecture.nodes.get(node.parent))?.kind ?? '';
}

type Ends = readonly [from: string, to: string];

/** One rule about who may dial whom, and how. */
const EDGE_RULES: readonly (readonly [rule: string, broken: (ends: Ends, edge: DiagramEdge) => boolean])[] = [
  ['1 only the API server and its own peers dial etcd', ([from, to]) => to === 'etcd' && from !== 'api-server' && from !== 'etcd'],
  ['1 etcd dials nobody but its peers', ([from, to]) => from === 'etcd' && to !== 'etcd'],
  ['1 components talk to the API server only', ([from, to]) => CONTROL.has(from) && CONTROL.has(to) && !(from === 'etcd' && to === 'etcd')],
  ['1 clients talk to the API server', ([from, to]) => CLIENTS.has(from) && CONTROL.has(to)],
  ['2 a watch ends at the API server', ([, to], { kind }) => kind === 'watch' && to !== 'api-server'],
  ['2 who waits for events dials with a watch', ([from, to], { kind }) => (WATCHERS.has(from) || from === 'kubelet') && to === 'api-server' && kind !== 'watch'],
  ['3 nobody commands the scheduler, a controller or kube-proxy', ([, to]) => WATCHERS.has(to)],
  ['3 the API server dials a kubelet by HTTPS, others do not dial it', ([from, to], { protocol }) => to === 'kubelet' && !(from === 'api-server' && protocol === 'HTTPS')],
  ['6 only the API server asks admission webhooks', ([from, to]) => to === 'webhook' && from !== 'api-server'],
  ['6 everybody speaks HTTPS to the API server', ([, to], { protocol }) => to === 'api-server' && protocol !== 'HTTPS'],
  ['7 no packet of a user touches kube-proxy or the control plane', ([from, to], { kind }) => kind === 'data' && [from, to].some((end) => CONTROL.has(end) || end === 'api-server')],
  ['7 kube-proxy reaches the kernel and the API server only', ([from, to]) => from === 'kube-proxy' && to !== 'kernel' && to !== 'api-server'],
  ['7 only kube-proxy programs the kernel', ([from, to], { protocol }) => to === 'kernel' && protocol === 'netlink' && from !== 'kube-proxy'],
  ['9 the kubelet alone dials the runtime, by CRI', ([from, to], { protocol }) => to === 'runtime' && !(from === 'kubelet' && protocol === 'CRI')],
  ['9 the runtime alone runs CNI', ([from, to]) => to === 'cni' && from !== 'runtime'],
  ['9 the runtime never calls the API server', ([from, to]) => from === 'runtime' && to === 'api-server'],
  ['9 the kubelet alone dials the CSI node plugin', ([from], { protocol }) => protocol === 'CSI' && from !== 'kubelet'],
  ['9 Pods report to nobody on the node', ([from, to]) => from === 'pod' && ['kubelet', 'runtime', 'kube-proxy'].includes(to)],
  ['9 the runtime alone starts processes', ([from], { protocol }) => protocol === 'process' && from !== 'runtime'],
];

/** The rules that an architecture's edges break, as `rule: edge`. */
export function brokenByEdges(architecture: Architecture): string[] {
  return [...architecture.edges.values()].filter(({ kind }) => kind !== 'uses').flatMap((edge) => {
    const ends: Ends = [kindOf(architecture, edge.from), kindOf(architecture, edge.to)];
    return EDGE_RULES.filter(([, broken]) => broken(ends, edge)).map(([rule]) => `${rule}: ${edge.id}`);
  });
}

interface Run {
  readonly trace: Trace;
  readonly messages: readonly (Message & { readonly ends: Ends })[];
}
type Seen = Run['messages'][number];

const goes = ({ ends, kind }: Seen, from: string, to: string, ...kinds: readonly Message['kind'][]): boolean =>
  ends[0] === from && ends[1] === to && kinds.includes(kind);

/** One rule about what happens, and when: the messages that break it. */
const RUN_RULES: readonly (readonly [rule: string, broken: (run: Run) => readonly Seen[]])[] = [
  ['2 an event comes back on the connection that its receiver opened', ({ messages, trace }) => messages.filter(({ kind, from, edge }) =>
    kind === 'event' && kindOf(trace.scenario.architecture, edge.split('->')[0] as string) === kindOf(trace.scenario.architecture, from))],
  ['2 events come from the API server, or from etcd to it', ({ messages }) => messages.filter(({ kind, ends }) =>
    kind === 'event' && ends[0] !== 'api-server' && !(ends[0] === 'etcd' && ends[1] === 'api-server'))],
  ['3 the API server asks a kubelet, it does not tell it', ({ messages }) => messages.filter((message) =>
    goes(message, 'api-server', 'kubelet', 'request') && !KUBELET_PATH.test(message.detail?.path ?? ''))],
  ['4 who writes is answered, watchers get events: a reply never goes to a third', ({ messages }) => messages.filter(({ kind, request, to }) =>
    kind === 'reply' && (request === undefined || messages[request]?.from !== to))],
  ['5 a create is answered after etcd has stored it', ({ messages }) => messages.filter((message) => {
    const request = message.request === undefined ? undefined : messages[message.request];
    if (!request || !goes(message, 'api-server', 'kubectl', 'reply') || request.detail?.verb !== 'POST' || message.outcome.kind !== 'ok') return false;
    return !messages.some((other) => goes(other, 'etcd', 'api-server', 'reply') && other.start >= request.end && other.end <= message.start);
  })],
  ['5 a create is answered before any of its processes starts', ({ messages }) => messages.filter((message) =>
    goes(message, 'api-server', 'kubectl', 'reply') && messages.some((other) => goes(other, 'runtime', 'pod', 'request') && other.start < message.start))],
  ['6 admission is asked before etcd is written', ({ messages }) => messages.filter((message) => goes(message, 'api-server', 'webhook', 'request')
    && messages.some((other) => goes(other, 'api-server', 'etcd', 'request') && other.step <= message.step && other.start < message.start))],
  ['7 packets travel on edges for data only', ({ messages, trace }) => messages.filter(({ kind, edge }) =>
    kind === 'packet' && trace.scenario.architecture.edges.get(edge)?.kind !== 'data')],
  ['7 kube-proxy is reached by events and answers only', ({ messages }) => messages.filter(({ ends, kind }) =>
    ends[1] === 'kube-proxy' && !(kind === 'event' || kind === 'work' || (kind === 'reply' && ends[0] === 'kernel')))],
  ['8 one change is told to all who watch at once', ({ messages }) => messages.filter((message) => messages.some((other) =>
    message.kind === 'event' && other.kind === 'event' && message.ends[0] === 'api-server' && other.ends[0] === 'api-server'
    && message.step === other.step && message.detail?.payload !== undefined && message.detail.payload === other.detail?.payload && other.end < message.start))],
  ['9 a Pod has its network before its containers', ({ messages }) => messages.filter((message) => goes(message, 'cni', 'runtime', 'reply')
    && messages.some((other) => goes(other, 'runtime', 'pod', 'request') && other.start < message.start))],
];

/** The rules that a run breaks, as `rule: step from -> to`. */
export function brokenByRun(trace: Trace): string[] {
  const { architecture } = trace.scenario;
  const messages = trace.messages.map((message) => ({ ...message, ends: [kindOf(architecture, message.from), kindOf(architecture, message.to)] as const }));
  return RUN_RULES.flatMap(([rule, broken]) => broken({ trace, messages }).map(({ step, from, to }) => `${rule}: ${trace.steps[step]?.id} ${from} -> ${to}`));
}

/** Whether a message writes to the API server. */
export function isWrite(trace: Trace, message: Message): boolean {
  return message.kind === 'request' && kindOf(trace.scenario.architecture, message.to) === 'api-server' && WRITE.test(message.detail?.verb ?? '');
}
