import type { Scenario } from '../scenario/model.ts';
import { countWhile } from './search.ts';
import type { SceneState, StateChange, Trace } from './trace.ts';
import { isThere } from './world.ts';

/** Changes between two snapshots: what a look-up has to apply at most. */
const SPACING = 32;
/** Results that are kept by number of changes, so that looking twice gives the same object. */
const KEPT = 64;

interface History {
  /** The state after `index * SPACING` changes; filled from the front as far as was asked. */
  readonly snapshots: SceneState[];
  readonly recent: Map<number, SceneState>;
}

const histories = new WeakMap<Trace, History>();

/**
 * All discrete facts at a time in seconds: a change at exactly that time is in. Two times without a change between them give
 * the same object; parts that did not change are shared. Never write to it.
 */
export function stateAt(trace: Trace, time: number): SceneState {
  const count = countWhile(trace.changes, (change) => change.time <= time);
  const history = historyOf(trace);
  const known = history.recent.get(count);
  if (known) return known;
  const state = rebuild(trace, history, count);
  history.recent.set(count, state);
  const oldest = history.recent.keys().next();
  if (history.recent.size > KEPT && !oldest.done) history.recent.delete(oldest.value);
  return state;
}

function historyOf(trace: Trace): History {
  let history = histories.get(trace);
  if (!history) {
    history = { snapshots: [initialState(trace.scenario)], recent: new Map() };
    histories.set(trace, history);
  }
  return history;
}

function rebuild(trace: Trace, { snapshots, recent }: History, count: number): SceneState {
  const index = Math.floor(count / SPACING);
  while (snapshots.length <= index) {
    const done = snapshots.length * SPACING;
    snapshots.push(apply(trace, snapshots.at(-1) as SceneState, done - SPACING, done));
  }
  // Going on from a look-up just before, as playing does, shares what has not changed since.
  let from = index * SPACING;
  for (const known of recent.keys()) if (known > from && known < count) from = known;
  return apply(trace, recent.get(from) ?? (snapshots[index] as SceneState), from, count);
}

/** Before the first change. A status is listed where it is not `ready`, a weight where it is not 1. */
export function initialState(scenario: Scenario): SceneState {
  const nodes = [...scenario.architecture.nodes.values()];
  return {
    present: new Set(nodes.filter((node) => isThere(node, scenario.architecture.nodes)).map(({ id }) => id)),
    status: new Map(nodes.filter(({ status }) => status !== 'ready').map(({ id, status }) => [id, status])),
    badges: new Map(),
    subtitles: new Map(),
    gauges: new Map(),
    counts: new Map(),
    weights: new Map(nodes.filter(({ weight }) => weight !== 1).map(({ id, weight }) => [id, weight])),
    notes: new Map(),
    open: new Set(scenario.open),
    lit: new Set(),
    illustrative: false,
    load: new Map(),
    ...(scenario.clock !== undefined && { clock: scenario.clock }),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Field = Exclude<keyof SceneState, 'clock' | 'illustrative'>;
type SetField = 'present' | 'open' | 'lit';

/** Copies only what the changes touch. */
class Draft {
  readonly state: Mutable<SceneState>;
  private readonly copied = new Set<Field>();

  constructor(base: SceneState, private readonly scenario: Scenario) {
    this.state = { ...base };
  }

  apply(change: StateChange): void {
    switch (change.kind) {
      case 'presence': return this.member('present', change.node, change.value);
      case 'connection': return this.member('open', change.edge, change.open);
      case 'status': return this.entry('status', change.node, this.isPlain(change) ? null : change.value);
      case 'badge': return this.entry('badges', change.node, change.value);
      case 'subtitle': return this.entry('subtitles', change.node, change.value);
      case 'gauge': return this.entry('gauges', change.node, change.value);
      case 'count': return this.entry('counts', change.node, change.value);
      case 'weight': return this.entry('weights', change.node, change.value);
      case 'note': return this.entry('notes', change.node, change.value);
      case 'load': return this.load(change.node, change.delta);
      case 'lit': return this.member('lit', change.id, change.value);
      case 'illustrative': this.state.illustrative = change.value; return;
      case 'clock': this.state.clock = change.value;
    }
  }

  private isPlain({ node, value }: StateChange & { kind: 'status' }): boolean {
    return value === 'ready' && this.scenario.architecture.nodes.get(node)?.status === 'ready';
  }

  private load(node: string, delta: 1 | -1): void {
    const { total, active } = this.state.load.get(node) ?? { total: 0, active: 0 };
    this.entry('load', node, { total: total + Math.max(0, delta), active: active + delta });
  }

  private member(field: SetField, id: string, isIn: boolean): void {
    if (!this.copied.has(field)) Object.assign(this.state, { [field]: new Set<string>(this.state[field]) });
    this.copied.add(field);
    const set = this.state[field] as Set<string>;
    if (isIn) set.add(id);
    else set.delete(id);
  }

  private entry(field: Exclude<Field, SetField>, id: string, value: unknown): void {
    if (!this.copied.has(field)) Object.assign(this.state, { [field]: new Map<string, unknown>(this.state[field]) });
    this.copied.add(field);
    const map = this.state[field] as Map<string, unknown>;
    if (value === null) map.delete(id);
    else map.set(id, value);
  }
}

function apply(trace: Trace, base: SceneState, from: number, to: number): SceneState {
  if (from === to) return base;
  const draft = new Draft(base, trace.scenario);
  for (let index = from; index < to; index++) draft.apply(trace.changes[index] as StateChange);
  return draft.state;
}
