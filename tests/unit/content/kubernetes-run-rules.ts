/** What happens in a run of a Kubernetes scenario, and when: decided from the kinds of the two ends, the kind of the message, its edge, what it asks for, and the time. */
import type { Message, Trace } from '../../../src/compile/trace.ts';
import { componentOf } from '../../../src/shared/node-id.ts';
import { CLIENTS, CONTROL, kindOf, VIRTUAL } from './kubernetes-kinds.ts';

/** Paths of a kubelet that the API server dials: to fetch something, never to tell something. */
const KUBELET_PATH = /^\/(containerLogs|exec|attach|portForward|run|metrics|logs)\b/;
const METRICS_PATH = /^\/(metrics|probe|federate)\b/;
const WRITE = /^(POST|PUT|PATCH|DELETE)$/;
/** How etcd is written; a request that says nothing counts as a write. */
const STORE = /^(Txn|Put|Delete|)$/;

interface Seen extends Message {
  readonly ends: readonly [from: string, to: string];
}
interface Run {
  readonly trace: Trace;
  readonly messages: readonly Seen[];
}

const goes = ({ ends, kind }: Seen, from: string, to: string, ...kinds: readonly Message['kind'][]): boolean =>
  ends[0] === from && ends[1] === to && kinds.includes(kind);
const isApi = (kind: string): boolean => kind === 'api-server' || kind === 'api-balancer';
const verb = ({ detail }: Message): string => detail?.verb ?? '';
/** The path alone, also of `https://n1:10250/metrics` and `:10250/metrics`. */
const path = ({ detail }: Message): string => (detail?.path ?? '').replace(/^(https?:\/\/[^/]*|:\d+)/, '');
/** An answer that says 4xx or 5xx is a failure, however it was drawn. */
const succeeds = ({ outcome, label }: Message): boolean => outcome.kind === 'ok' && !/^[45]\d\d\b/.test(label);

/** Answers to a client that created something. */
function created({ messages }: Run): { readonly reply: Seen; readonly request: Seen }[] {
  return messages.flatMap((reply) => {
    const request = reply.request === undefined ? undefined : messages[reply.request];
    const isCreated = reply.kind === 'reply' && isApi(reply.ends[0]) && CLIENTS.has(reply.ends[1]) && succeeds(reply);
    return isCreated && request && verb(request) === 'POST' ? [{ reply, request }] : [];
  });
}

const tellsStores = ({ messages }: Run): boolean => messages.some((message) => goes(message, 'api-server', 'etcd', 'request'));

/** The first process of each Pod that was not there at the beginning, on nodes whose runtime calls CNI. */
function firstProcesses({ messages, trace }: Run): Seen[] {
  const { nodes } = trace.scenario.architecture;
  const seen = new Set<string>();
  return messages.filter((message) => {
    const pod = componentOf(message.to);
    if (!goes(message, 'runtime', 'pod', 'request') || nodes.get(pod)?.present !== false || seen.has(pod)) return false;
    seen.add(pod);
    return messages.some((other) => goes(other, 'runtime', 'cni', 'request') && other.from === message.from);
  });
}

/** One rule about what happens, and when: the messages that break it. */
const RULES: readonly (readonly [rule: string, broken: (run: Run) => readonly Seen[]])[] = [
  ['2 an event comes back on the connection that its receiver opened', ({ messages }) => messages.filter(({ kind, from, edge }) =>
    kind === 'event' && componentOf(edge.split('->')[0] as string) === componentOf(from))],
  ['2 components get events from the API server, and it from etcd', ({ messages }) => messages.filter(({ kind, ends: [from, to] }) =>
    kind === 'event' && [from, to].some((end) => CONTROL.has(end) || isApi(end)) && !isApi(from) && !(from === 'etcd' && to === 'api-server'))],
  ['3 the API server asks a kubelet, it does not tell it', ({ messages }) => messages.filter((message) =>
    goes(message, 'api-server', 'kubelet', 'request') && !KUBELET_PATH.test(path(message)))],
  ['3 who pulls metrics from a component asks for metrics', ({ messages }) => messages.filter((message) => message.kind === 'request'
    && ['metrics-server', 'prometheus'].includes(message.ends[0]) && CONTROL.has(message.ends[1]) && !(METRICS_PATH.test(path(message)) && /^(GET|)$/.test(verb(message))))],
  ['4 who writes is answered, watchers get events: a reply never goes to a third', ({ messages }) => messages.filter(({ kind, request, to }) =>
    kind === 'reply' && (request === undefined || messages[request]?.from !== to))],
  ['5 a create is answered after etcd has stored it, where writes to etcd are told at all', (run) => (tellsStores(run) ? created(run) : []).filter(({ reply, request }) =>
    !run.messages.some((other) => goes(other, 'etcd', 'api-server', 'reply') && other.start >= request.end && other.end <= reply.start)).map(({ reply }) => reply)],
  ['5 a create is answered before any of its processes starts', (run) => created(run).filter(({ reply, request }) =>
    run.messages.some((other) => goes(other, 'runtime', 'pod', 'request') && other.start > request.end && other.start < reply.start)).map(({ reply }) => reply)],
  ['6 admission is asked before etcd is written', ({ messages }) => messages.filter((message) => {
    if (!goes(message, 'api-server', 'webhook', 'request')) return false;
    const asked = messages.filter((other) => other.kind === 'request' && isApi(other.ends[1]) && other.ends[0] !== 'api-server' && other.end <= message.start).at(-1);
    return messages.some((other) => goes(other, 'api-server', 'etcd', 'request') && STORE.test(verb(other)) && other.start < message.start && other.start >= (asked?.end ?? 0));
  })],
  ['7 packets travel on edges for data only', ({ messages, trace }) => messages.filter(({ kind, edge }) =>
    kind === 'packet' && trace.scenario.architecture.edges.get(edge)?.kind !== 'data')],
  ['7 kube-proxy is reached by events and answers, and asked for its metrics', ({ messages }) => messages.filter((message) => {
    const { ends, kind } = message;
    if (ends[1] !== 'kube-proxy' || kind === 'event' || kind === 'work') return false;
    return !(kind === 'reply' && (ends[0] === 'kernel' || isApi(ends[0]))) && !(goes(message, 'prometheus', 'kube-proxy', 'request') && METRICS_PATH.test(path(message)));
  })],
  ['7 nothing travels to or from the box of a Service', ({ messages }) => messages.filter(({ kind, ends }) => kind !== 'work' && ends.some((end) => VIRTUAL.has(end)))],
  ['8 one change is told to all who watch at once', ({ messages }) => messages.filter((message) => messages.some((other) =>
    message.kind === 'event' && other.kind === 'event' && message.ends[0] === 'api-server' && other.ends[0] === 'api-server'
    && message.step === other.step && message.detail?.payload !== undefined && message.detail.payload === other.detail?.payload && other.end < message.start))],
  ['9 a Pod has its network before its containers', (run) => firstProcesses(run).filter((process, _, all) => {
    const networks = run.messages.filter((other) => goes(other, 'cni', 'runtime', 'reply') && other.to === process.from && other.end <= process.start);
    return networks.length < all.filter(({ from, start }) => from === process.from && start <= process.start).length;
  })],
  ['M Prometheus pulls: it sends nothing but alerts', ({ messages }) => messages.filter((message) =>
    message.kind === 'request' && message.ends[0] === 'prometheus' && !['alertmanager', 'prometheus'].includes(message.ends[1]) && WRITE.test(verb(message)))],
  ['M nothing is written to Prometheus', ({ messages }) => messages.filter((message) =>
    message.kind === 'request' && message.ends[1] === 'prometheus' && message.ends[0] !== 'prometheus' && /^(PUT|PATCH|DELETE)$/.test(verb(message)))],
];

/** The rules that a run breaks, as `rule: step from -> to`. */
export function brokenByRun(trace: Trace): string[] {
  const { architecture } = trace.scenario;
  const messages = trace.messages.map((message): Seen => ({ ...message, ends: [kindOf(architecture, message.from), kindOf(architecture, message.to)] }));
  return RULES.flatMap(([rule, broken]) => broken({ trace, messages }).map(({ step, from, to }) => `${rule}: ${trace.steps[step]?.id} ${from} -> ${to}`));
}

/** Whether a message writes to the API server. */
export function isWrite(trace: Trace, message: Message): boolean {
  return message.kind === 'request' && isApi(kindOf(trace.scenario.architecture, message.to)) && WRITE.test(verb(message));
}
