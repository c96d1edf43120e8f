import type { EdgeId, NodeId, TrafficAction } from '../scenario/model.ts';
import { createPicker, type Picker } from './policies.ts';
import type { MessageDraft, Scope } from './recorder.ts';
import type { Run } from './run.ts';
import { type Pause, type Routine, toMicros, toSeconds } from './scheduler.ts';
import { reach, TIMING } from './timing.ts';

const OK = { kind: 'ok' } as const;

/** One hop of a packet's way. */
interface Leg {
  readonly edge: EdgeId;
  readonly from: NodeId;
  readonly to: NodeId;
}

/** What all connections of one `traffic` share. */
interface Flow {
  readonly run: Run;
  readonly action: TrafficAction;
  readonly scope: Scope;
  readonly picker: Picker;
  readonly members: readonly NodeId[];
  /** The way to the component that chooses. */
  readonly entry: readonly Leg[];
  /** The way from there to each member. */
  readonly exits: ReadonlyMap<NodeId, readonly Leg[]>;
}

interface Connection {
  readonly flow: Flow;
  /** From 1. */
  readonly number: number;
  /** The client's address. */
  readonly source: string;
}

/** A request under way: its packets there, of which the answer's are made. */
interface Exchange {
  readonly connection: Connection;
  readonly request: number;
  readonly way: MessageDraft[];
}

/** Connections to a service, one start every `every` seconds; over when the last one is over. */
export function* traffic(run: Run, action: TrafficAction, outer: Scope | undefined): Routine {
  const flow = flowOf(run, action, outer);
  for (const node of [action.from, action.service, ...flow.members]) run.recorder.nodes.add(node);
  const order = run.orderOf(action);
  const tasks = Array.from({ length: action.connections }, (_, index) => {
    const source = action.sources[index % action.sources.length] ?? action.from;
    return run.scheduler.spawn(connect({ flow, number: index + 1, source }, index * action.every), order);
  });
  yield { tasks, order };
}

function flowOf(run: Run, action: TrafficAction, outer: Scope | undefined): Flow {
  const fragment = run.recorder.fragment('traffic', run.text(action.label) || action.policy);
  const entry = walk(run, action.from, action.entry);
  const chooser = entry.at(-1)?.to ?? action.from;
  const members = run.scenario.architecture.nodes.get(action.service)?.members ?? [...action.exits.keys()];
  const exits = new Map(members.map((member) => [member, walk(run, chooser, action.exits.get(member) ?? [], member)]));
  return { run, action, entry, exits, members, scope: { fragment, branch: 0, outer }, picker: pickerOf(run, action, chooser, members) };
}

/** State is kept per choosing component and service, as each node's kernel does. */
function pickerOf(run: Run, action: TrafficAction, chooser: NodeId, members: readonly NodeId[]): Picker {
  const key = [chooser, action.service, action.policy, action.policy === 'random' ? action.seed : ''].join('|');
  const picker = run.pickers.get(key) ?? createPicker(action.policy, members, `pick/${action.seed}`);
  run.pickers.set(key, picker);
  return picker;
}

function* connect(connection: Connection, delay: number): Routine {
  const { flow, flow: { run, action } } = connection;
  if (delay > 0) yield run.pause(delay, action);
  let member: NodeId | undefined;
  for (let request = 1; request <= action.requests; request++) {
    if (request > 1) yield run.pause(TIMING.beat, action);
    const exchange: Exchange = { connection, request, way: [] };
    yield* pass(exchange, flow.entry);
    if (flow.entry.length === 0) yield run.pause(0, action, 'pick');
    member ??= pick(connection);
    if (member === undefined) return yield* refuse(exchange);
    yield* pass(exchange, flow.exits.get(member) ?? []);
    const answered = yield* serve(exchange, member);
    if (action.per === 'request' || request === action.requests || !answered) release(flow, member);
    if (!answered) return;
    yield* back(exchange);
    if (action.per === 'request') member = undefined;
  }
}

/** Packets one leg after the other. What else happens at the instant of an arrival comes first: the next thing may be a choice. */
function* pass(exchange: Exchange, legs: readonly Leg[]): Routine {
  const { connection: { flow: { run, action } }, way } = exchange;
  for (const { edge, from, to } of legs) {
    way.push(packet(exchange, edge, from, to));
    yield run.pause(TIMING.packet, action, 'pick');
  }
}

/** Notes who was picked on the request's packets, then lets the member work; false when it is gone before it could answer. */
function* serve({ connection: { flow }, way }: Exchange, member: NodeId): Generator<Pause, boolean, void> {
  const { run, action } = flow;
  for (const message of way) if (message.traffic) message.traffic.member = member;
  const arrival = way.at(-1);
  if (!run.world.isPresent(member)) {
    if (arrival) arrival.outcome = { kind: 'dropped' };
    return false;
  }
  yield run.pause(action.serviceTime, action);
  return run.world.isPresent(member);
}

/** The answer takes the same way back, each of its packets answering one of the request's. */
function* back(exchange: Exchange): Routine {
  const { connection: { flow: { run, action } }, way } = exchange;
  for (const there of way.reverse()) {
    packet(exchange, there.edge, there.to, there.from, there);
    yield run.pause(TIMING.packet, action);
  }
}

/** No member is ready: the packet ends at the choosing component, or on the first way out where the client itself chooses. */
function* refuse(exchange: Exchange): Routine {
  const { connection: { flow: { run, action, exits } }, way } = exchange;
  const outcome = { kind: 'refused' } as const;
  const arrived = way.at(-1);
  if (arrived) return void (arrived.outcome = outcome);
  const edge: Leg = { edge: `${action.from}->${action.service}`, from: action.from, to: action.service };
  const leg = [...exits.values()][0]?.[0] ?? edge;
  const message = packet(exchange, leg.edge, leg.from, leg.to);
  const pause = run.pause(TIMING.packet * reach(outcome), action);
  message.outcome = outcome;
  message.end = toSeconds(pause.until);
  yield pause;
}

function pick({ flow: { run, members, picker }, source }: Connection): NodeId | undefined {
  const member = picker.pick(run.world.candidates(members), source);
  if (member !== undefined) run.world.load(member, 1);
  return member;
}

function release({ run, picker }: Flow, member: NodeId): void {
  picker.release(member);
  run.world.load(member, -1);
}

/** One hop of a request, or of the answer to `there`. Only the first one wears the label. */
function packet({ connection, request, way }: Exchange, edge: EdgeId, from: NodeId, to: NodeId, there?: MessageDraft): MessageDraft {
  const { flow: { run, action, scope }, number } = connection;
  const draft = run.recorder.message({
    kind: 'packet', action: action.id, from, to, edge, undeclared: false, label: way.length === 0 ? run.text(action.label) : '',
    start: run.seconds, end: toSeconds(run.scheduler.now + toMicros(TIMING.packet)), outcome: OK, detail: action.detail,
    traffic: { connection: number, request, member: there?.traffic?.member ?? '', reply: there !== undefined },
  }, scope);
  draft.number = String(number);
  if (there) draft.request = there.index;
  return draft;
}

/** Edges one after the other, each in the direction in which it is come upon; the last one ends at `target` where that is given. */
function walk({ scenario: { architecture } }: Run, start: NodeId, edges: readonly EdgeId[], target?: NodeId): Leg[] {
  let at = start;
  return edges.flatMap((id, index) => {
    const edge = architecture.edges.get(id);
    if (!edge) return [];
    const from = at;
    const forwards = edge.from === at || edge.from === architecture.nodes.get(at)?.parent;
    at = target !== undefined && index === edges.length - 1 ? target : forwards ? edge.to : edge.from;
    return [{ edge: id, from, to: at }];
  });
}
