import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import type { Message, Trace } from '../../../src/compile/trace.ts';
import { type ActionDraft, create, parallel, remove, scenario, set, step, traffic, wait } from './build.ts';
import { EDGES, MEMBERS, NODES, toWeb } from './field.ts';

const play = (...actions: ActionDraft[]): Trace => compile(scenario({ nodes: NODES, edges: EDGES, steps: [step('burst', ...actions)] }), {});
/** Packets from the gateway to a member, in the order of the picks. */
const picked = (trace: Trace): Message[] => trace.messages.filter(({ from, traffic }) => from === 'gateway' && traffic && !traffic.reply);
const membersOf = (trace: Trace): string => picked(trace).map(({ to }) => to.replace('pod-', '')).join(' ');
const totals = (trace: Trace) => Object.fromEntries([...stateAt(trace, trace.duration).load].map(([id, { total }]) => [id, total]));

describe('policies while they play', () => {
  it('gives twelve connections by round robin to three ready members: 4, 4, 4 in order', () => {
    const trace = play(toWeb({ connections: 12 }));
    expect(membersOf(trace)).toBe('1 2 3 1 2 3 1 2 3 1 2 3');
    expect(totals(trace)).toEqual({ 'pod-1': 4, 'pod-2': 4, 'pod-3': 4 });
  });

  it('weighs', () => {
    const weights = MEMBERS.map((id, i) => set(id, { weight: 3 - i }));
    expect(membersOf(play(...weights, toWeb({ policy: 'weighted', connections: 12 })))).toBe('1 2 1 3 2 1 1 2 1 3 2 1');
  });

  it('takes weights that change on the way, and gives nothing to weight 0', () => {
    // Picks at 0.45, 0.75, 1.05, 1.35, 1.65: credits as in the policy's own table, then pod-1 and pod-2 are drained.
    const trace = play(parallel([[toWeb({ policy: 'weighted', connections: 5 })], [wait(1), set('pod-1', { weight: 0 }), set('pod-2', { weight: 0 })]]));
    expect(membersOf(trace)).toBe('1 2 3 3 3');
  });

  it('draws by seed', () => {
    // floor(3 · u) for mulberry32 over the hash of "pick/7", worked out apart from this code.
    expect(membersOf(play(toWeb({ policy: 'random', seed: '7', connections: 12 })))).toBe('2 2 2 3 3 3 2 2 1 1 3 1');
  });

  it('keeps a client address on its member', () => {
    const trace = play(toWeb({ policy: 'source-hash', connections: 6, sources: ['10.0.0.1', '10.0.0.4', '10.0.0.7'] }));
    expect(membersOf(trace)).toBe('1 2 3 1 2 3');
  });

  it('goes on across steps where the last one ended, as the node’s kernel does', () => {
    const steps = ['one', 'two', 'three', 'four'].map((id) => step(id, toWeb()));
    expect(membersOf(compile(scenario({ nodes: NODES, edges: EDGES, steps }), {}))).toBe('1 2 3 1');
  });
});

describe('least-connections', () => {
  it('counts from the pick until the reply has left', () => {
    // One pick a second; each is over 0.85 s after its pick (0.45 s there, 0.4 s of work): nobody has any, the first wins.
    expect(membersOf(play(toWeb({ policy: 'least-connections', connections: 4, every: 1 })))).toBe('1 1 1 1');
  });

  it('follows a table', () => {
    // Picks at 0.45, 0.65, 0.85, 1.05, 1.25, 1.45; pod-1 is free of its first at 1.30.
    //  0.45: 0 0 0 → 1    0.65: 1 0 0 → 2    0.85: 1 1 0 → 3    1.05: 1 1 1 → 1    1.25: 2 1 1 → 2    1.45: 1 2 1 → 1
    expect(membersOf(play(toWeb({ policy: 'least-connections', connections: 6, every: 0.2 })))).toBe('1 2 3 1 2 1');
  });

  it('has let go of a reply that leaves in the very instant of a pick', () => {
    // Picks at 0.45, 0.875, 1.30; the first reply leaves at 1.30.
    expect(membersOf(play(toWeb({ policy: 'least-connections', connections: 3, every: 0.425 })))).toBe('1 2 1');
  });

  it('shows the same counts in the state as it decides by', () => {
    const trace = play(toWeb({ policy: 'least-connections', connections: 9, every: 0.2 }));
    for (const { start, to } of picked(trace)) {
      const active = MEMBERS.map((id) => (stateAt(trace, start).load.get(id)?.active ?? 0) - (id === to ? 1 : 0));
      expect(active[MEMBERS.indexOf(to as 'pod-1')]).toBe(Math.min(...active));
    }
    for (const { active } of stateAt(trace, trace.duration).load.values()) expect(active).toBe(0);
  });
});

describe('members that change while it plays', () => {
  it('gives no new ones to a member that becomes not ready, and lets the old ones finish', () => {
    const trace = play(parallel([[toWeb({ connections: 9 })], [wait(1), set('pod-2', { status: 'not-ready' })]]));
    // Picks at 0.45 + 0.3 k: two before the second is over.
    expect(membersOf(trace)).toBe('1 2 3 1 3 1 3 1 3');
    const answers = trace.messages.filter(({ from, to }) => from === 'pod-2' && to === 'gateway');
    expect(answers).toHaveLength(1);
    expect(answers[0]?.start).toBeGreaterThan(1);
  });

  it('settles a fact before a pick of the same instant', () => {
    // The second pick is at 0.75 exactly; the fact stands in a later branch.
    const trace = play(parallel([[toWeb({ connections: 3 })], [wait(0.75), set('pod-2', { status: 'not-ready' })]]));
    expect(membersOf(trace)).toBe('1 3 1');
  });

  it('takes it again when it is ready again, also as `running`', () => {
    const away = [wait(0.6), set('pod-2', { status: 'terminating' }), wait(0.9), set('pod-2', { status: 'running' })];
    expect(membersOf(play(parallel([[toWeb({ connections: 9 })], away])))).toBe('1 3 1 3 1 2 3 1 2');
  });

  it('gives no new ones to a member from the start of its removal', () => {
    const trace = play(parallel([[toWeb({ connections: 9 })], [wait(1), remove('pod-3')]]));
    expect(membersOf(trace)).toBe('1 2 1 2 1 2 1 2 1');
  });

  it('drops what arrives at a member that is gone', () => {
    const trace = play(parallel([[toWeb({ connections: 1 })], [wait(0.46), remove('pod-1')]]));
    const arrival = picked(trace)[0];
    expect(arrival?.outcome).toEqual({ kind: 'dropped' });
    expect(trace.messages.filter(({ traffic }) => traffic?.reply)).toEqual([]);
    expect(stateAt(trace, trace.duration).load.get('pod-1')).toEqual({ total: 1, active: 0 });
  });

  it('takes in a member that is created', () => {
    const trace = play(parallel([[toWeb({ connections: 8 })], [wait(1), create('pod-4', 'gateway')]]));
    expect(membersOf(trace)).toBe('1 2 3 4 1 2 3 4');
  });

  it('leaves a member out that is created but not ready yet', () => {
    const born = [wait(0.5), create('pod-4', 'gateway', 'pending'), wait(1), set('pod-4', { status: 'ready' })];
    expect(membersOf(play(parallel([[toWeb({ connections: 8 })], born])))).toBe('1 2 3 1 2 3 4 1');
  });

  it('refuses at the choosing component while nobody is ready', () => {
    const nobody = MEMBERS.map((id) => set(id, { status: 'not-ready' }));
    const trace = play(...nobody, toWeb({ connections: 2 }));
    expect(trace.messages.map(({ from, to, outcome }) => [from, to, outcome.kind])).toEqual([
      ['client', 'gateway', 'refused'], ['client', 'gateway', 'refused'],
    ]);
    expect(totals(trace)).toEqual({});
  });

  it('picks only members that are there and ready, by the facts of that instant', () => {
    const turmoil = [
      wait(0.7), set('pod-1', { status: 'pending' }), wait(0.7), create('pod-4'), remove('pod-2'), wait(0.5),
      set('pod-1', { status: 'running' }), wait(0.6), set('pod-3', { status: 'failed' }), remove('pod-4'),
    ];
    for (const policy of ['round-robin', 'weighted', 'random', 'least-connections', 'source-hash'] as const) {
      const trace = play(parallel([[toWeb({ policy, connections: 20, every: 0.17, sources: ['10.0.0.1', '10.0.0.4', '10.0.0.7'] })], turmoil]));
      expect(new Set(picked(trace).map(({ to }) => to)).size).toBeGreaterThan(2);
      for (const { start, to } of picked(trace)) {
        const { present, status } = stateAt(trace, start);
        expect(present.has(to)).toBe(true);
        expect(['ready', 'running']).toContain(status.get(to) ?? 'ready');
        expect(trace.spans.some((span) => span.kind === 'vanish' && span.node === to && span.start <= start)).toBe(false);
      }
    }
  });
});

describe('the way of a packet', () => {
  it('goes to the chooser, to the member, and back the same way', () => {
    const trace = play(toWeb({ label: 'GET /' }));
    expect(trace.messages.map(({ number, from, to, start, end, label, request }) => [number, from, to, start, end, label, request])).toEqual([
      ['1', 'client', 'gateway', 0, 0.45, 'GET /', undefined],
      ['1', 'gateway', 'pod-1', 0.45, 0.9, '', undefined],
      ['1', 'pod-1', 'gateway', 1.3, 1.75, '', 1],
      ['1', 'gateway', 'client', 1.75, 2.2, '', 0],
    ]);
    expect(trace.messages.every(({ traffic }) => traffic?.member === 'pod-1')).toBe(true);
    expect(trace.messages.map(({ edge }) => edge)).toEqual(['client->gateway', 'gateway->pod-1', 'gateway->pod-1', 'client->gateway']);
  });

  it('keeps the member for all requests of a connection', () => {
    const trace = play(toWeb({ connections: 3, requests: 3 }));
    const byConnection = (n: number) => picked(trace).filter(({ traffic }) => traffic?.connection === n).map(({ to }) => to);
    expect([1, 2, 3].map(byConnection)).toEqual([Array(3).fill('pod-1'), Array(3).fill('pod-2'), Array(3).fill('pod-3')]);
    expect(totals(trace)).toEqual({ 'pod-1': 1, 'pod-2': 1, 'pod-3': 1 });
  });

  it('chooses anew for each request where the policy is per request', () => {
    const trace = play(toWeb({ connections: 1, requests: 4, per: 'request' }));
    expect(membersOf(trace)).toBe('1 2 3 1');
    expect(totals(trace)).toEqual({ 'pod-1': 2, 'pod-2': 1, 'pod-3': 1 });
  });

  it('is chosen by the client itself where nothing stands between', () => {
    const nodes = { client: {}, web: { kind: 'service', members: ['a', 'b'] }, a: {}, b: { status: 'not-ready' } } as const;
    const direct = (...before: ActionDraft[]) => compile(scenario({
      nodes, edges: ['client -> a', 'client -> b'],
      steps: [step('burst', ...before, traffic('client -> web', { connections: 2, exits: { a: ['client->a'], b: ['client->b'] } }))],
    }), {});
    expect(direct().messages.filter(({ traffic }) => !traffic?.reply).map(({ to }) => to)).toEqual(['a', 'a']);
    const refused = direct(set('a', { status: 'failed' })).messages;
    expect(refused.map(({ to, outcome }) => [to, outcome.kind])).toEqual([['a', 'refused'], ['a', 'refused']]);
  });

  it('passes through a proxy that dials the other way, and through parts', () => {
    const trace = compile(scenario({
      nodes: { 'client': {}, 'client/app': {}, 'proxy': {}, 'web': { kind: 'service', members: ['a'] }, 'a': {} },
      edges: ['client -> proxy', 'a -> proxy'],
      steps: [step('burst', traffic('client/app -> web', { entry: ['client->proxy'], exits: { a: ['a->proxy'] } }))],
    }), {});
    expect(trace.messages.map(({ from, to }) => `${from} ${to}`)).toEqual(['client/app proxy', 'proxy a', 'a proxy', 'proxy client/app']);
  });

  it('lets all take part that could have been picked', () => {
    const [mark] = play(toWeb()).steps;
    expect([...(mark?.nodes ?? [])].sort()).toEqual(['client', 'gateway', 'pod-1', 'pod-2', 'pod-3', 'pod-4', 'web']);
    expect([...(mark?.edges ?? [])].sort()).toEqual(['client->gateway', 'gateway->pod-1']);
  });

  it('makes a frame around its rows', () => {
    const { fragments, messages } = play(toWeb({ connections: 3 }));
    expect(fragments).toEqual([{ kind: 'traffic', label: 'round-robin', first: 0, last: messages.length, dividers: [] }]);
  });
});
