import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { timeAt } from '../../../src/compile/moment.ts';
import { Course, correctionOf } from '../../../src/elements/sync/sync-course.ts';
import { FORM, readMessage, type SyncMessage, type SyncState } from '../../../src/elements/sync/sync-message.ts';
import { SyncPeer } from '../../../src/elements/sync/sync-peer.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { STORY } from '../../browser/elements/story.ts';

const MOST = 5;

/** Players that tell each other a number, over a channel that delivers when and in whatever order it likes, and some things twice. */
class World {
  readonly pending: { readonly to: number; readonly message: SyncMessage }[] = [];
  acts = 0;
  answers = 0;
  sent = 0;
  private readonly peers: { readonly peer: SyncPeer; shown: number }[] = [];

  come(): void {
    if (this.peers.length >= MOST) return;
    const id = `p${(this.peers.length * 7) % MOST}`;
    this.peers.push({ peer: new SyncPeer(id), shown: -this.peers.length - 1 });
    this.send(this.peers.length - 1, { type: 'hello', from: id });
  }

  act(which: number): void {
    const at = which % this.peers.length;
    const one = this.peers[at];
    const word = one?.peer.act();
    if (!one || !word) return;
    one.shown = ++this.acts;
    this.send(at, this.told(one, word));
  }

  settle(which: number): void {
    this.peers[which % this.peers.length]?.peer.settle();
  }

  deliver(which: number, again: boolean): void {
    const at = which % Math.max(1, this.pending.length);
    const next = this.pending[at];
    if (!next) return;
    if (!again) this.pending.splice(at, 1);
    this.hear(next.to, next.message);
  }

  finish(): void {
    for (const { peer } of this.peers) peer.settle();
    while (this.pending.length > 0) this.deliver(0, false);
  }

  get shown(): number[] {
    return this.peers.map(({ shown }) => shown);
  }

  get words(): string[] {
    return this.peers.map(({ peer: { word } }) => `${word.turn} ${word.by}`);
  }

  private hear(to: number, message: SyncMessage): void {
    const one = this.peers[to]!;
    const verdict = one.peer.hear(message);
    if (verdict === 'answer') {
      this.answers++;
      this.send(to, this.told(one, one.peer.answer(), message.from));
    }
    if (message.type === 'state' && verdict === 'follow') one.shown = message.state.rate;
  }

  private told({ peer, shown }: { peer: SyncPeer; shown: number }, word: { turn: number; by: string }, to?: string): SyncMessage {
    return { type: 'state', from: peer.id, to, ...word, hidden: false, state: { rate: shown } as SyncState };
  }

  private send(from: number, message: SyncMessage): void {
    this.sent++;
    for (let to = 0; to < this.peers.length; to++) if (to !== from) this.pending.push({ to, message });
  }
}

describe('players in step', () => {
  it('end with the same word and at the same place, whatever is done and in whatever order it is heard', () => {
    const number = fc.nat({ max: 1000 });
    const event = fc.oneof(
      fc.tuple(fc.constant('come' as const), number), fc.tuple(fc.constant('act' as const), number), fc.tuple(fc.constant('settle' as const), number),
      fc.tuple(fc.constant('deliver' as const), number), fc.tuple(fc.constant('again' as const), number));
    fc.assert(fc.property(fc.array(event, { minLength: 5, maxLength: 80 }), (events) => {
      const world = new World();
      world.come();
      world.come();
      for (const [type, which] of events) {
        if (type === 'deliver' || type === 'again') world.deliver(which, type === 'again');
        else if (type === 'come') world.come();
        else world[type](which);
      }
      world.finish();
      // Somebody acts last: that is where all are.
      world.act(0);
      world.finish();
      expect(new Set(world.words).size).toBe(1);
      expect(new Set(world.shown)).toEqual(new Set([world.acts]));
    }), { numRuns: 300 });
  });

  it('never answer a word with a word', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 1000 }), { maxLength: 60 }), (choices) => {
      const world = new World();
      for (let i = 0; i < MOST; i++) world.come();
      world.finish();
      const [before, answers] = [world.sent, world.answers];
      for (const choice of choices) if (choice % 3 === 0) world.act(choice); else world.deliver(choice, choice % 7 === 0);
      const { acts } = world;
      world.finish();
      expect([world.sent - before, world.answers, world.acts]).toEqual([acts, answers, acts]);
    }), { numRuns: 200 });
  });

  it('count who is there, and hold to their own word when an older one comes', () => {
    const peer = new SyncPeer('me');
    expect(peer.act()).toBeUndefined();
    peer.settle();
    expect([peer.hear({ type: 'hello', from: 'you' }), peer.peers]).toEqual(['answer', 1]);
    expect(peer.answer()).toEqual({ turn: 1, by: 'me' });
    expect(peer.act()).toEqual({ turn: 2, by: 'me' });
    const state = { type: 'state', hidden: false, state: {} as SyncState } as const;
    expect(peer.hear({ ...state, from: 'you', turn: 1, by: 'you' })).toBe('nothing');
    expect([peer.hear({ ...state, from: 'you', turn: 2, by: 'you' }), peer.leads]).toEqual(['follow', false]);
    expect(peer.hear({ ...state, from: 'you', turn: 2, by: 'you' })).toBe('correct');
    expect(peer.hear({ ...state, from: 'they', turn: 2, by: 'you' })).toBe('nothing');
    expect(peer.hear({ ...state, from: 'they', to: 'me', turn: 2, by: 'you', hidden: true })).toBe('nothing');
    expect([peer.hear({ type: 'bye', from: 'you' }), peer.peers]).toEqual(['nothing', 1]);
  });
});

describe('what comes over the channel', () => {
  const state: SyncState = { scenario: 's', source: '', level: 1, path: { way: 'fast' }, rate: 1, moment: { step: 'a', part: 'act', fraction: 0.5 }, playing: 'on', lasts: [1, 2] };
  const message = { form: FORM, type: 'state', from: 'a', to: undefined, turn: 3, by: 'a', hidden: false, state };

  it('is read where it is a message', () => {
    const { form: _, ...rest } = message;
    expect(readMessage(structuredClone(message))).toEqual(rest);
    expect(readMessage({ form: FORM, type: 'hello', from: 'a' })).toEqual({ type: 'hello', from: 'a' });
  });

  it('is nothing otherwise, and never throws', () => {
    const broken = [
      { ...message, form: 'other' }, { ...message, turn: -1 }, { ...message, turn: '3' }, { ...message, to: 7 }, { ...message, from: undefined },
      ...Object.keys(state).map((key) => ({ ...message, state: { ...state, [key]: Number.NaN } })), { ...message, state: { ...state, path: { way: 1 } } },
    ];
    for (const data of broken) expect(readMessage(data)).toBeUndefined();
    fc.assert(fc.property(fc.anything(), (data) => readMessage(data) === undefined));
  });
});

describe('the course of a follower', async () => {
  const { scenario } = await parseScenario({ file: 'story.yaml', text: STORY, read: () => Promise.reject(new Error('There is no other file.')) });
  const trace = compile(scenario!, { lang: 'en' });
  const step = trace.steps[1]!;
  const at = (fraction: number, playing: SyncState['playing'] = 'on'): SyncState => ({
    scenario: 'story', source: '', level: 1, path: {}, rate: 1, moment: { step: step.id, part: 'act', fraction }, playing, lasts: [step.actEnd - step.start, step.end - step.actEnd],
  });
  const timeOf = (state: SyncState): number => timeAt(trace, state.moment);

  it('makes up for a little, jumps over much, and lets both come to an end by themselves', () => {
    const time = timeOf(at(0.5));
    expect(correctionOf(trace, { time: time + 0.01, paused: false }, at(0.5))).toEqual({ type: 'nothing' });
    expect(correctionOf(trace, { time: time - 0.2, paused: false }, at(0.5))).toEqual({ type: 'ease', by: expect.closeTo(0.2, 6) });
    expect(correctionOf(trace, { time: time + 3, paused: false }, at(0.5))).toEqual({ type: 'go', time });
    expect(correctionOf(trace, { time: time + 0.2, paused: true }, at(0.5, 'step'))).toEqual({ type: 'nothing' });
    expect(correctionOf(trace, { time: time - 0.2, paused: false }, at(0.5, 'no'))).toEqual({ type: 'nothing' });
    expect(correctionOf(trace, { time: time - 0.2, paused: true }, at(0.5, 'no'))).toEqual({ type: 'go', time });
  });

  it('makes up for exactly what it is behind or ahead, never goes back, and is even again afterwards', () => {
    fc.assert(fc.property(fc.double({ min: -0.5, max: 0.5, noNaN: true }), fc.constantFrom(0.5, 1, 2), (by, rate) => {
      const course = new Course({ ...at(0.5), rate }, by);
      let [passed, told, least] = [0, 0, 1];
      for (let i = 0; i < 2000; i++) {
        const seconds = course.told(0.016, undefined, 0);
        least = Math.min(least, seconds);
        passed += 0.016;
        told += seconds;
      }
      expect(least).toBeGreaterThan(0);
      expect((told - passed) * rate).toBeCloseTo(by, 6);
    }));
  });

  it('tells a step as long as the one that leads does', () => {
    const [act, hold] = at(0).lasts;
    const course = new Course({ ...at(0), lasts: [act, hold / 2] });
    expect(course.told(0.1, step, step.start)).toBeCloseTo(0.1, 9);
    expect(course.told(0.1, step, step.actEnd)).toBeCloseTo(0.2, 9);
    expect(course.told(0.1, trace.steps[0], 0)).toBeCloseTo(0.1, 9);
  });
});
