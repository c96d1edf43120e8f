import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import type { Trace } from '../../../src/compile/trace.ts';
import {
  type ActionDraft, call, clock, close, create, event, every, focus, note, open, parallel, remove, reply, saying, scenario, send, set, step, wait, work,
} from './build.ts';
import { EDGES, NODES, toWeb } from './field.ts';

const play = (...actions: ActionDraft[]): Trace => compile(scenario({ nodes: NODES, edges: EDGES, steps: [step('only', ...actions)] }), {});
const rows = (trace: Trace) => trace.messages.map(({ number, from, to, start, end }) => `${number} ${from}→${to} ${start}–${end}`);

describe('a list', () => {
  it('runs in order, with a beat between', () => {
    expect(rows(play(send('client -> gateway'), work('gateway'), send('gateway -> store', { takes: 0.5 })))).toEqual([
      '1.1 client→gateway 0–0.8', '1.2 gateway→gateway 0.92–2.12', '1.3 gateway→store 2.24–2.74',
    ]);
  });

  it('numbers a single message by its step alone', () => {
    expect(rows(play(send('client -> gateway')))).toEqual(['1 client→gateway 0–0.8']);
  });

  it('states facts at once, on arrival of what is before them', () => {
    const trace = play(send('client -> gateway'), set('gateway', { badge: 'busy' }), set('store', { count: 2 }), send('gateway -> store'));
    expect(trace.changes.map(({ time, kind }) => [time, kind])).toEqual([[0.8, 'badge'], [0.8, 'count']]);
    expect(trace.messages[1]?.start).toBe(0.92);
  });

  it('waits exactly as long as it says', () => {
    expect(rows(play(send('client -> gateway'), wait(2), send('gateway -> store')))[1]).toBe('1.2 gateway→store 2.8–3.6');
  });

  it('takes longer over a longer way where both ends are placed', () => {
    const at = (x: number) => ({ at: { x, y: 0 } });
    const seconds = (x: number) => compile(scenario({
      nodes: { a: at(0), b: at(x) }, edges: ['a -> b'], steps: [step('only', send('a -> b'))],
    }), {}).messages[0]?.end;
    expect([200, 400, 1000, 1600, 3000].map(seconds)).toEqual([0.7, 0.7, 0.9, 1.1, 1.1]);
  });
});

describe('messages', () => {
  it('a call is a request and its answer after the service time', () => {
    const trace = play(call('client -> gateway', { label: 'GET', returns: '200', serviceTime: 0.5 }));
    expect(trace.messages.map(({ kind, action, from, to, label, start, end, request }) => ({ kind, action, from, to, label, start, end, request }))).toEqual([
      { kind: 'request', action: 'only:0', from: 'client', to: 'gateway', label: 'GET', start: 0, end: 0.8, request: undefined },
      { kind: 'reply', action: 'only:0/returns', from: 'gateway', to: 'client', label: '200', start: 1.3, end: 2.1, request: 0 },
    ]);
  });

  it('a call that fails with a code arrives; its answer is the failure', () => {
    const { messages } = play(call('client -> gateway', { fails: '422', returns: 'invalid' }));
    expect(messages.map(({ outcome }) => outcome)).toEqual([{ kind: 'ok' }, { kind: 'error', code: '422' }]);
  });

  it.each([['dropped', 0.48], ['timeout', 0.6], ['refused', 0.72]] as const)('a call that is %s stops on the way and has no answer', (fails, end) => {
    const { messages } = play(call('client -> gateway', { fails }), send('gateway -> store'));
    expect(messages.map(({ kind, outcome }) => [kind, outcome.kind])).toEqual([['request', fails], ['request', 'ok']]);
    expect(messages[0]?.end).toBeCloseTo(end, 6);
  });

  it('a reply answers the request of that name, in a later step as well', () => {
    const trace = compile(scenario({
      nodes: NODES, edges: EDGES,
      steps: [step('ask', work('client'), send('client -> gateway', { as: 'question' })), step('answer', reply('question', 'gateway -> client', { fails: '503' }))],
    }), {});
    const answer = trace.messages[2];
    expect(answer).toMatchObject({ kind: 'reply', request: 1, step: 1, number: '2', edge: 'client->gateway', outcome: { kind: 'error', code: '503' } });
  });

  it('an event is a short pulse back along the connection', () => {
    const trace = play(open('client -> gateway'), event('gateway -> client'));
    expect(trace.messages[0]).toMatchObject({ kind: 'event', from: 'gateway', to: 'client', edge: 'client->gateway', end: 0.5 });
  });

  it('stand in the order of time', () => {
    const { messages } = play(parallel([[call('client -> gateway'), work('client')], [wait(0.3), call('gateway -> store')], [toWeb({ connections: 3 })]]));
    expect(messages.length).toBeGreaterThan(10);
    for (const [i, { index, start }] of messages.entries()) {
      expect(index).toBe(i);
      expect(start).toBeGreaterThanOrEqual(messages[i - 1]?.start ?? 0);
    }
  });
});

describe('parallel', () => {
  it('starts its branches together or staggered, and ends with the last', () => {
    const trace = play(parallel([[send('client -> gateway')], [send('gateway -> store'), send('pod-1 -> store')]], 0.08), work('store'));
    expect(rows(trace)).toEqual([
      '1.1 client→gateway 0–0.8', '1.2 gateway→store 0.08–0.88', '1.3 pod-1→store 1–1.8', '1.4 store→store 1.92–3.12',
    ]);
  });

  it('divides its frame where the branches’ rows lie apart, and only there', () => {
    const apart = play(parallel([[send('client -> gateway')], [send('gateway -> store')], [send('pod-1 -> store')]]));
    expect(apart.fragments).toEqual([{ kind: 'parallel', label: '', first: 0, last: 3, dividers: [1, 2] }]);
    const mixed = play(parallel([[call('client -> gateway')], [call('gateway -> store')]]));
    expect(mixed.fragments).toEqual([{ kind: 'parallel', label: '', first: 0, last: 4, dividers: [] }]);
  });

  it('draws no frame around one branch, nor around rows that others share', () => {
    const alone = play(parallel([[send('client -> gateway')], [wait(1), set('store', { badge: 'x' })]]));
    expect(alone.fragments).toEqual([]);
    const shared = play(parallel([[toWeb({ connections: 2 })], [wait(1), send('gateway -> store')]]));
    expect(shared.fragments.map(({ kind }) => kind)).toEqual(['parallel']);
  });

  it('nests, outer before inner', () => {
    const inner = parallel([[send('gateway -> store')], [send('pod-1 -> store')]]);
    const trace = play(send('client -> gateway'), parallel([[work('client')], [inner]], 0.1));
    expect(trace.fragments).toEqual([
      { kind: 'parallel', label: '', first: 1, last: 4, dividers: [2] }, { kind: 'parallel', label: '', first: 2, last: 4, dividers: [3] },
    ]);
  });

  it('breaks ties of the same instant by document order', () => {
    const trace = play(parallel([[wait(0.5), set('store', { badge: 'first' })], [wait(0.5), set('store', { badge: 'second' })]]));
    expect(stateAt(trace, 0.5).badges.get('store')).toBe('second');
    const later = play(parallel([[wait(0.2), wait(0.3), set('store', { badge: 'first' })], [wait(0.5), set('store', { badge: 'second' })]]));
    expect(stateAt(later, 0.5).badges.get('store')).toBe('second');
  });
});

describe('every', () => {
  it('starts a run each interval and ends with the last one', () => {
    const trace = play(every(0.5, 3, event('gateway -> client'), set('client', { badge: 'beat' })), work('store', 1));
    expect(trace.messages.map(({ kind, start }) => [kind, start])).toEqual([['event', 0], ['event', 0.5], ['event', 1], ['work', 1.62]]);
    expect(trace.changes.map(({ time }) => time)).toEqual([0.5, 1, 1.5]);
  });
});

describe('components that come and go', () => {
  it('a created one is there at once and grows', () => {
    const trace = play(wait(1), create('pod-4', 'gateway', 'pending'));
    expect(trace.spans).toEqual([{ kind: 'appear', node: 'pod-4', from: 'gateway', step: 0, start: 1, end: 1.4 }]);
    expect(stateAt(trace, 0.99).present.has('pod-4')).toBe(false);
    expect(stateAt(trace, 1).present.has('pod-4')).toBe(true);
    expect(stateAt(trace, 1).status.get('pod-4')).toBe('pending');
  });

  it('a removed one fades, then is gone with all that hung on it and its connections', () => {
    const trace = play(open('gateway -> store'), set('store', { badge: 'x', count: 3 }), note('store', 'here'), wait(1), remove('store'));
    expect(trace.spans).toMatchObject([{ kind: 'vanish', node: 'store', start: 1, end: 1.4 }]);
    const during = stateAt(trace, 1.2);
    expect([during.present.has('store'), during.present.has('store/log'), during.open.size]).toEqual([true, true, 0]);
    const after = stateAt(trace, 1.4);
    expect([after.present.has('store'), after.present.has('store/log')]).toEqual([false, false]);
    expect([after.badges.size, after.counts.size, after.notes.size]).toEqual([0, 0, 0]);
  });

  it('comes back with its parts, as the architecture describes it', () => {
    const worn = set('store', { status: 'failed', weight: 4, badge: 'x', subtitle: { und: 'other' }, gauge: { value: 1 }, count: 2 });
    const trace = play(worn, remove('store'), create('store'));
    const { status, weights, subtitles, ...rest } = stateAt(trace, trace.duration);
    expect(rest).toEqual({ ...stateAt(play(), 1), status: undefined, weights: undefined, subtitles: undefined, present: rest.present });
    expect(rest.present.has('store/log')).toBe(true);
    expect([status.get('store') ?? 'ready', weights.get('store') ?? 1, subtitles.get('store') ?? '']).toEqual(['ready', 1, '']);
  });
});

describe('the clock', () => {
  it('passes simulated time within seconds', () => {
    const trace = compile(scenario({ nodes: NODES, edges: EDGES, clock: 60, steps: [step('only', clock(300, 2), clock(5))] }), {});
    expect(trace.spans).toMatchObject([{ kind: 'clock', start: 0, end: 2, from: 60, to: 360 }, { kind: 'clock', start: 2.12, from: 360, to: 365 }]);
    expect([0, 1, 2, 3.62].map((time) => stateAt(trace, time).clock)).toEqual([60, 60, 360, 365]);
  });

  it('shows none until one runs', () => {
    const trace = play(wait(1), clock(10));
    expect([stateAt(trace, 0.5).clock, stateAt(trace, trace.duration).clock]).toEqual([undefined, 10]);
  });
});

describe('a step', () => {
  const long = 'x'.repeat(170); // ten seconds to read

  it('holds until its narration can be read, counted from its start', () => {
    const [mark] = compile(scenario({ nodes: NODES, edges: EDGES, steps: [saying(long, step('only', work('store', 4)))] }), {}).steps;
    expect(mark).toMatchObject({ start: 0, actEnd: 4 });
    expect(mark?.end).toBeCloseTo(10, 6);
  });

  it('holds half as long again for a quiet line', () => {
    const words = scenario({ nodes: NODES, edges: EDGES, steps: [saying('a'.repeat(51), step('only'))] });
    const told = { ...words, steps: words.steps.map((each) => ({ ...each, aside: { und: 'a'.repeat(68) } })) };
    expect(compile(words, {}).duration).toBeCloseTo(3, 5);
    expect(compile(told, {}).duration).toBeCloseTo(5, 5);
  });

  it('has an act of at least 0.4 s and a hold of at least 0.8 s, and 1.4 s to read', () => {
    expect(play().steps[0]).toMatchObject({ actEnd: 0.4, end: 1.4 });
    expect(play(work('store', 3)).steps[0]).toMatchObject({ actEnd: 3, end: 3.8 });
  });

  it('holds longer by pace, and not at all at pace 0', () => {
    const reading = scenario({ nodes: NODES, edges: EDGES, steps: [saying(long, step('only', work('store', 4))), step('next')] });
    expect(compile(reading, { pace: 2 }).steps[0]?.end).toBeCloseTo(20, 6);
    expect(compile(reading, { pace: 0 }).steps.map(({ start, actEnd, end }) => [start, actEnd, end])).toEqual([[0, 4, 4], [4, 4.4, 4.4]]);
  });

  it('reads by the language', () => {
    const words = scenario({ nodes: NODES, edges: EDGES, steps: [{ ...step('only'), say: '' }] });
    const told = { ...words, steps: words.steps.map((each) => ({ ...each, say: { en: 'a'.repeat(34), ko: '가'.repeat(34) } })) };
    expect(compile(told, { lang: 'en' }).duration).toBeCloseTo(2, 5);
    expect(compile(told, { lang: 'ko' }).duration).toBeCloseTo(3.4, 5);
    expect(compile(told, {}).steps[0]?.say).toBe('a'.repeat(34));
  });

  it('ends its act after its last fact, so that its end state is its own', () => {
    for (const actions of [[send('client -> gateway'), set('store', { badge: 'x' })], [remove('store')], [clock(5)]]) {
      const trace = compile(scenario({ nodes: NODES, edges: EDGES, steps: [step('one', ...actions), step('two', set('client', { badge: 'y' }))] }), { pace: 0 });
      const end = trace.steps[0]?.end ?? 0;
      expect(trace.changes.filter((change) => change.step === 0).every(({ time }) => time < end)).toBe(true);
      expect(stateAt(trace, end).badges.get('client')).toBe('y');
    }
  });

  it('takes its notes along when it ends; the last one keeps them', () => {
    const steps = [step('one', note('store', 'look')), step('two', note('client', 'and here'))];
    const trace = compile(scenario({ nodes: NODES, edges: EDGES, steps }), {});
    const boundary = trace.steps[0]?.end ?? 0;
    expect([...stateAt(trace, boundary - 0.001).notes]).toEqual([['store', 'look']]);
    expect([...stateAt(trace, boundary).notes]).toEqual([['client', 'and here']]);
    expect([...stateAt(trace, trace.duration).notes]).toEqual([['client', 'and here']]);
  });

  it('knows who takes part: ends, targets, owners of parts, edges', () => {
    const [mark] = play(send('gateway -> store', {}), set('pod-1', { badge: 'x' }), work('store/log'), open('client -> gateway'), focus('store', 'pod-1')).steps;
    expect([...(mark?.nodes ?? [])].sort()).toEqual(['client', 'gateway', 'pod-1', 'store', 'store/log']);
    expect([...(mark?.edges ?? [])].sort()).toEqual(['client->gateway', 'gateway->store']);
    expect(mark?.focus).toEqual(['store', 'pod-1']);
  });

  it('shows an open connection until it is closed', () => {
    const trace = play(open('gateway -> store'), wait(1), close('gateway -> store'));
    expect([0, 0.99, 1].map((time) => stateAt(trace, time).open.has('gateway->store'))).toEqual([true, true, false]);
  });
});
