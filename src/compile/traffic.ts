import type { EdgeId, NodeId, TrafficAction } from '../scenario/model.ts';
import { createPicker, type Picker } from './policies.ts';
import type { MessageDraft, Scope } from './recorder.ts';
import type { Run } from './run.ts';
import { type Pause, type Routine, toMicros, toSeconds } from './scheduler.ts';
import { reach, TIMING } from './timing.ts';

/** One hop of a packet's way. */
interface Leg {
  readonly edge: EdgeId;
  readonly from: NodeId;
  readonly to: NodeId;
}

interface Connection {
  readonly run: Run;
  readonly action: TrafficAction;
  readonly number: number;
  readonly scope: Scope;
  readonly picker: Picker;
  /** The client's address. */
  readonly source: string;
  /** The way to the component that chooses. */
  readonly entry: readonly Leg[];
}

/** Connections to a service, one start every `every` seconds; over when the last one is over. */
export function* traffic(run: Run, action: TrafficAction, outer: Scope | undefined): Routine {
  const fragment = run.recorder.fragment('traffic', run.text(action.label) || action.policy);
  const entry = walk(run, action.from, action.entry);
  involve(run, action);
  const picker = pickerOf(run, action, entry.at(-1)?.to ?? action.from);
  const order = run.orderOf(action);
  const tasks = Array.from({ length: action.connections }, (_, index) => run.scheduler.spawn(connect({
    run, action, entry, picker, number: index + 1, scope: { fragment, branch: 0, outer },
    source: action.sources[index % action.sources.length] ?? action.from,
  }, index * action.every), order));
  yield { tasks, order };
}

/** All that may be picked take part, picked or not. */
function involve(run: Run, action: TrafficAction): void {
  const service = run.scenario.architecture.nodes.get(action.service);
  run.recorder.nodes.add(action.service).add(action.from);
  for (const member of service?.members ?? action.exits.keys()) run.recorder.nodes.add(member);
}

/** State is kept per choosing component and service, as each node's kernel does. */
function pickerOf(run: Run, action: TrafficAction, chooser: NodeId): Picker {
  const key = [chooser, action.service, action.policy, action.policy === 'random' ? action.seed : ''].join('|');
  const known = run.pickers.get(key);
  if (known) return known;
  const picker = createPicker(action.policy, membersOf(run, action), `pick/${action.seed}`);
  run.pickers.set(key, picker);
  return picker;
}

function membersOf(run: Run, action: TrafficAction): readonly NodeId[] {
  return run.scenario.architecture.nodes.get(action.service)?.members ?? [...action.exits.keys()];
}

function* connect(connection: Connection, delay: number): Routine {
  const { run, action } = connection;
  if (delay > 0) yield run.pause(delay, action);
  let member: NodeId | undefined;
  for (let request = 1; request <= action.requests; request++) {
    if (request > 1) yield run.pause(TIMING.beat, action);
    const way: MessageDraft[] = [];
    yield* pass(connection, request, connection.entry, way);
    if (connection.entry.length === 0) yield run.pause(0, action, 'pick');
    member ??= pick(connection);
    if (member === undefined) return yield* refuse(connection, request, way);
    yield* pass(connection, request, exitTo(connection, member), way);
    const answered = yield* serve(connection, member, way);
    if (action.per === 'request' || request === action.requests || !answered) release(connection, member);
    if (!answered) return;
    yield* back(connection, request, way);
    if (action.per === 'request') member = undefined;
  }
}

/** Packets one leg after the other. What else happens at the instant of an arrival comes first: the next thing may be a choice. */
function* pass(connection: Connection, request: number, legs: readonly Leg[], way: MessageDraft[]): Routine {
  const { run, action } = connection;
  for (const leg of legs) {
    const first = way.length === 0;
    way.push(packet(connection, request, leg, { reply: false, labelled: first }));
    yield run.pause(TIMING.packet, action, 'pick');
  }
}

/** Notes who was picked on the request's packets, then lets the member work; false when it is gone before it could answer. */
function* serve({ run, action }: Connection, member: NodeId, way: readonly MessageDraft[]): Generator<Pause, boolean, void> {
  for (const message of way) if (message.traffic) message.traffic = { ...message.traffic, member };
  const arrival = way.at(-1);
  if (!run.world.isPresent(member)) {
    if (arrival) arrival.outcome = { kind: 'dropped' };
    return false;
  }
  yield run.pause(action.serviceTime, action);
  return run.world.isPresent(member);
}

/** The answer takes the same way back, each of its packets answering one of the request's. */
function* back(connection: Connection, request: number, way: readonly MessageDraft[]): Routine {
  for (const there of [...way].reverse()) {
    const { edge, from, to } = there;
    const answer = packet(connection, request, { edge, from: to, to: from }, { reply: true, labelled: false });
    answer.request = there.index;
    if (there.traffic) answer.traffic = { ...there.traffic, reply: true };
    yield connection.run.pause(TIMING.packet, connection.action);
  }
}

/** No member is ready: the packet ends at the choosing component, or on the first way out where the client itself chooses. */
function* refuse(connection: Connection, request: number, way: readonly MessageDraft[]): Routine {
  const { run, action } = connection;
  const arrived = way.at(-1);
  if (arrived) return void (arrived.outcome = { kind: 'refused' });
  const [member, legs] = [...action.exits][0] ?? [action.service, []];
  const leg = walk(run, action.from, legs, member)[0] ?? { edge: `${action.from}->${member}` as const, from: action.from, to: member };
  const message = packet(connection, request, leg, { reply: false, labelled: true });
  message.outcome = { kind: 'refused' };
  message.end = message.start + TIMING.packet * reach(message.outcome);
  yield run.pause(TIMING.packet * reach(message.outcome), action);
}

function pick({ run, action, picker, source }: Connection): NodeId | undefined {
  const member = picker.pick(run.world.candidates(membersOf(run, action)), source);
  if (member !== undefined) run.world.load(member, 1);
  return member;
}

function release({ run, picker }: Connection, member: NodeId): void {
  picker.release(member);
  run.world.load(member, -1);
}

function packet(connection: Connection, request: number, leg: Leg, is: { reply: boolean; labelled: boolean }): MessageDraft {
  const { run, action, number, scope } = connection;
  const end = toSeconds(run.scheduler.now + toMicros(TIMING.packet));
  const draft = run.recorder.message({
    kind: 'packet', action: action.id, ...leg, undeclared: false, label: is.labelled ? run.text(action.label) : '',
    start: run.seconds, end, outcome: { kind: 'ok' }, detail: action.detail,
    traffic: { connection: number, request, member: '', reply: is.reply },
  }, scope);
  draft.number = String(number);
  return draft;
}

function exitTo({ run, action, entry }: Connection, member: NodeId): readonly Leg[] {
  return walk(run, entry.at(-1)?.to ?? action.from, action.exits.get(member) ?? [], member);
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
