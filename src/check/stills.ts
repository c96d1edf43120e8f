import { stateAt } from '../compile/state.ts';
import type { Message, SceneState, StepMark, Trace } from '../compile/trace.ts';
import type { MapLayout, NodeBox } from '../layout/types.ts';
import { badgesFor, placeBadges, type Badge } from '../look/badges.ts';
import { placeNote } from '../look/note-place.ts';
import { placePill } from '../look/pill-place.ts';
import type { ActionId, EdgeId, NodeId } from '../scenario/model.ts';
import { around, type Rect } from '../shared/geometry.ts';
import { componentOf } from '../shared/node-id.ts';

/** A hop's label as a step shows it. */
export interface ShownLabel {
  readonly action: ActionId;
  readonly text: string;
  readonly box: Rect;
  /** The line that it belongs to; undefined for what a component does by itself. */
  readonly edge?: EdgeId;
  /** Seconds: it stays from here to the end of the step. */
  readonly since: number;
  readonly size: number;
  readonly overflow: boolean;
}

/** Something that hangs under a card. */
export interface ShownBadge {
  readonly node: NodeId;
  readonly badge: Badge;
  readonly box: Rect;
  /** Seconds: when it changes or goes, at the latest the end of the step. */
  readonly until: number;
}

/** A note at a component. */
export interface ShownNote {
  readonly node: NodeId;
  readonly text: string;
  readonly box: Rect;
  readonly size: number;
  readonly overflow: boolean;
}

/** What the map shows in a step: all its labels at once, what hangs under cards at any time of it, its notes. */
export interface Still {
  readonly step: StepMark;
  readonly labels: readonly ShownLabel[];
  readonly badges: readonly ShownBadge[];
  readonly notes: readonly ShownNote[];
  /** Components that are there at some time of it. */
  readonly present: ReadonlySet<NodeId>;
}

/** The stills of all steps of a trace on its map. */
export function stillsOf(trace: Trace, map: MapLayout): Still[] {
  const feet = feetOf(trace, map);
  const visible = visibleNodes(trace, map);
  const changing = new Set(trace.changes.flatMap((change) => (change.kind === 'status' ? [change.node] : [])));
  return trace.steps.map((step) => {
    const times = timesOf(trace, step);
    const states = times.map((time) => stateAt(trace, time));
    const labels = labelsOf(trace, step, map);
    const badges = distinct(states.flatMap((state, i) => badgesOf(trace, state, visible, feet, changing).map((one) => ({ ...one, until: times[i + 1] ?? step.end }))));
    const present = new Set(states.flatMap((state) => [...state.present]));
    const last = badges.filter(({ until }) => until >= step.end);
    return { step, labels, badges, notes: notesOf(states.at(-1) as SceneState, map, labels, last), present };
  });
}

/** The times of a step at which something that hangs under a card is new, and its begin, in order. */
function timesOf(trace: Trace, step: StepMark): number[] {
  const times = new Set([step.start]);
  for (const change of trace.changes) if (change.step === step.index && change.kind !== 'load' && change.kind !== 'clock') times.add(change.time);
  return [...times.add(step.actEnd)].sort((a, b) => a - b);
}

/** Of an action that runs several times its last message, of traffic the first packet that says something. */
function labelsOf(trace: Trace, step: StepMark, map: MapLayout): ShownLabel[] {
  const latest = new Map<ActionId, Message>();
  for (const message of trace.messages.slice(step.first, step.last)) {
    if (message.kind !== 'packet') latest.set(message.action, message);
    else if (message.label !== '' && !latest.has(message.action)) latest.set(message.action, message);
  }
  return [...latest.values()].flatMap((message): ShownLabel[] => {
    const room = map.labels.get(message.action);
    if (!room || message.label === '') return [];
    const { box, fitted } = placePill(room, message.label, message.kind === 'packet' ? '' : message.number);
    const own = message.kind === 'work' ? {} : { edge: message.edge };
    return [{ action: message.action, text: message.label, box, since: message.start, size: fitted.size, overflow: fitted.overflow, ...own }];
  });
}

/** Parts are drawn where the trace gets to one of them, else their card stands alone. */
function visibleNodes({ messages, changes, steps }: Trace, map: MapLayout): (readonly [NodeId, NodeBox])[] {
  const touched = [
    ...messages.flatMap(({ from, to }) => [from, to]), ...changes.flatMap((change) => (change.kind === 'lit' ? [change.id] : 'node' in change && change.kind !== 'presence' ? [change.node] : [])),
    ...steps.flatMap(({ focus }) => focus ?? []),
  ];
  const opened = new Set(touched.filter((node) => node !== componentOf(node)).map(componentOf));
  return [...map.nodes].filter(([node]) => node === componentOf(node) || opened.has(componentOf(node)));
}

/** Below which badges hang: the card, or the services' tags under it. */
function feetOf({ scenario }: Trace, map: MapLayout): ReadonlyMap<NodeId, number> {
  const feet = new Map<NodeId, number>();
  for (const { id, via } of scenario.architecture.nodes.values()) {
    const tag = map.nodes.get(id);
    if (via !== undefined && tag?.shape === 'tag') feet.set(via, Math.max(feet.get(via) ?? 0, tag.y + tag.height));
  }
  return feet;
}

function badgesOf(trace: Trace, state: SceneState, visible: readonly (readonly [NodeId, NodeBox])[], feet: ReadonlyMap<NodeId, number>, changing: ReadonlySet<NodeId>): Omit<ShownBadge, 'until'>[] {
  const { scenario: { architecture }, variant: { lang } } = trace;
  return visible.flatMap(([node, box]) => {
    if (!state.present.has(node) && !(node !== componentOf(node) && state.present.has(componentOf(node)))) return [];
    const badges = badgesFor({
      status: state.status.get(node) ?? architecture.nodes.get(node)?.status ?? 'ready', changesStatus: changing.has(node),
      badge: state.badges.get(node), count: state.counts.get(node), gauge: state.gauges.get(node), load: state.load.get(node),
    }, lang);
    if (badges.length === 0) return [];
    return placeBadges(box, Math.max(box.y + box.height, feet.get(node) ?? 0), badges).map((one) => ({ node, ...one }));
  });
}

/** Each place and text once, with its latest end. */
function distinct(badges: readonly ShownBadge[]): ShownBadge[] {
  return [...new Map(badges.map((one) => [`${one.node} ${one.badge.kind} ${one.badge.text} ${one.box.x} ${one.box.y}`, one])).values()];
}

/** The notes at the end of a step, when all its labels are there. */
function notesOf(state: SceneState, map: MapLayout, labels: readonly ShownLabel[], badges: readonly ShownBadge[]): ShownNote[] {
  const taken: Rect[] = [...map.nodes.values(), ...[...badges, ...labels].map(({ box }) => box), ...[...map.groups.values()].map(({ titleBox }) => titleBox)];
  return [...state.notes].flatMap(([node, text]) => {
    const card: NodeBox | undefined = map.nodes.get(node) ?? map.nodes.get(componentOf(node));
    if (!card) return [];
    const { fitted, box } = placeNote(card, text, taken, map.size);
    taken.push(box);
    return [{ node, text, box, size: fitted.size, overflow: fitted.overflow }];
  });
}

/** Around the cards of some components and what hangs under them in a step. */
export function aroundCards(still: Still, map: MapLayout, nodes: Iterable<NodeId>): Rect | undefined {
  const wanted = new Set([...nodes].map((node) => (map.nodes.has(node) ? node : componentOf(node))));
  return around([
    ...[...wanted].flatMap((node) => map.nodes.get(node) ?? []),
    ...still.badges.filter(({ node }) => wanted.has(node)).map(({ box }) => box),
  ]);
}
