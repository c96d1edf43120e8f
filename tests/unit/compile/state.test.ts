import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import type { SceneState, StateChange } from '../../../src/compile/trace.ts';
import { clock, create, every, highlight, note, open, parallel, remove, scenario, set, step, wait } from './build.ts';
import { EDGES, NODES, toWeb } from './field.ts';

const MOVING = compile(scenario({
  nodes: { ...NODES, 'pod-3': { status: 'pending', weight: 2 } }, edges: EDGES, open: ['pod-1->store'],
  steps: [
    step('one', open('gateway -> store'), note('store', 'a note'), highlight('store'), clock(90, 1.5, true), parallel([
      [toWeb({ connections: 40, every: 0.1, policy: 'least-connections' })],
      [every(0.3, 9, set('pod-1', { count: 1, status: 'running' }), wait(0.1), set('pod-1', { count: null, status: 'ready' }))],
      [wait(1), create('pod-4'), set('pod-3', { status: 'ready', weight: 1 })],
    ])),
    step('two', set('store', { badge: 'b', gauge: { value: 0.5 }, subtitle: { und: 's' } }), wait(1), set('store', { badge: null, gauge: null }), remove('pod-2')),
  ],
}), {});

/** What a look-up must give, told again without snapshots: all changes from the front. */
function slowly(time: number): SceneState {
  const first = stateAt(MOVING, -1);
  const state = {
    present: new Set(first.present), status: new Map(first.status), badges: new Map<string, string>(), subtitles: new Map<string, string>(),
    gauges: new Map<string, { value: number; label: string }>(), counts: new Map<string, number>(), weights: new Map(first.weights),
    notes: new Map<string, string>(), open: new Set(first.open), load: new Map<string, { total: number; active: number }>(),
    lit: new Set<string>(), illustrative: false, clock: first.clock,
  };
  const put = <V>(map: Map<string, V>, node: string, value: V | null) => (value === null ? map.delete(node) : map.set(node, value));
  const flag = (set: Set<string>, id: string, on: boolean) => (on ? set.add(id) : set.delete(id));
  const step = (change: StateChange): void => {
    if (change.kind === 'presence') flag(state.present, change.node, change.value);
    if (change.kind === 'lit') flag(state.lit, change.id, change.value);
    if (change.kind === 'clock') state.clock = change.value;
    if (change.kind === 'illustrative') state.illustrative = change.value;
    if (change.kind === 'connection') flag(state.open, change.edge, change.open);
    if (change.kind === 'status') put(state.status, change.node, change.value === 'ready' && change.node !== 'pod-3' ? null : change.value);
    if (change.kind === 'badge') put(state.badges, change.node, change.value);
    if (change.kind === 'subtitle') put(state.subtitles, change.node, change.value);
    if (change.kind === 'gauge') put(state.gauges, change.node, change.value);
    if (change.kind === 'count') put(state.counts, change.node, change.value);
    if (change.kind === 'weight') put(state.weights, change.node, change.value);
    if (change.kind === 'note') put(state.notes, change.node, change.value);
    if (change.kind === 'load') {
      const { total, active } = state.load.get(change.node) ?? { total: 0, active: 0 };
      state.load.set(change.node, { total: total + (change.delta === 1 ? 1 : 0), active: active + change.delta });
    }
  };
  for (const change of MOVING.changes) if (change.time <= time) step(change);
  const { clock: shown, ...facts } = state;
  return { ...facts, ...(shown !== undefined && { clock: shown }) };
}

describe('stateAt', () => {
  it('begins with the documents', () => {
    expect(MOVING.changes.length).toBeGreaterThan(100);
    const { present, status, weights, open: standing } = stateAt(MOVING, -1);
    expect([...present]).toEqual(['client', 'gateway', 'web', 'pod-1', 'pod-2', 'pod-3', 'store', 'store/log']);
    expect([...status]).toEqual([['pod-3', 'pending']]);
    expect([...weights]).toEqual([['pod-3', 2]]);
    expect([...standing]).toEqual(['pod-1->store']);
  });

  it('agrees at any time, in any order, with all changes from the front', () => {
    fc.assert(fc.property(fc.double({ min: -1, max: MOVING.duration + 1, noNaN: true }), (time) => {
      expect(stateAt(MOVING, time)).toEqual(slowly(time));
    }));
  });

  it('has a change at its very time, and not before', () => {
    for (const { time } of MOVING.changes) {
      expect(stateAt(MOVING, time)).toEqual(slowly(time));
      expect(stateAt(MOVING, time - 1e-7)).toEqual(slowly(time - 1e-7));
    }
  });

  it('gives the same object while nothing changes', () => {
    const quiet = MOVING.duration;
    expect(stateAt(MOVING, quiet)).toBe(stateAt(MOVING, quiet - 0.1));
  });

  it('shares what did not change', () => {
    const { start } = MOVING.steps[1] ?? { start: 0 };
    const [before, after] = [stateAt(MOVING, start), stateAt(MOVING, start + 1)];
    expect(after.badges).not.toEqual(before.badges);
    expect(after.load).toBe(before.load);
  });
});
