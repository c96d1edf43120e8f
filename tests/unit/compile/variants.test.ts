import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import { choose, create, deeper, scenario, send, set, step, work } from './build.ts';
import { EDGES, NODES } from './field.ts';

const STORY = scenario({
  nodes: NODES, edges: EDGES, levels: [1, 2, 3], choices: { mode: ['plain', 'cached'] },
  steps: [
    step('ask', send('client -> gateway')),
    deeper(step('store', send('gateway -> store'), set('store', { badge: 'kept' })), 2,
      step('send', send('gateway -> store')),
      deeper(step('keep', set('store', { badge: 'kept' })), 3, step('log', work('store/log')), step('commit', set('store', { badge: 'kept' })))),
    step('end', choose('mode', { plain: [send('gateway -> store'), work('store')], cached: [] }), create('pod-4')),
  ],
});

describe('levels', () => {
  it.each([
    [1, ['ask', 'store', 'end']],
    [2, ['ask', 'store/send', 'store/keep', 'end']],
    [3, ['ask', 'store/send', 'store/keep/log', 'store/keep/commit', 'end']],
    [9, ['ask', 'store/send', 'store/keep/log', 'store/keep/commit', 'end']],
  ])('at level %i these steps are played', (level, ids) => {
    const { steps } = compile(STORY, { level });
    expect(steps.map(({ id }) => id)).toEqual(ids);
    expect(steps.map(({ number }) => number)).toEqual(ids.map((_, i) => i + 1));
    expect(steps.map(({ top }) => top)).toEqual(ids.map((id) => ['ask', 'store', 'end'].indexOf(id.split('/')[0] as string)));
  });

  it('end in the same state', () => {
    const ends = [1, 2, 3].map((level) => compile(STORY, { level })).map((trace) => stateAt(trace, trace.duration));
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
  });

  it('follow each other without a gap', () => {
    const { steps, duration } = compile(STORY, { level: 3 });
    for (const [i, { start, actEnd, end, first, last }] of steps.entries()) {
      expect(start).toBe(steps[i - 1]?.end ?? 0);
      expect(first).toBe(steps[i - 1]?.last ?? 0);
      expect(actEnd).toBeGreaterThan(start);
      expect(end).toBeGreaterThan(actEnd);
      expect(last).toBeGreaterThanOrEqual(first);
    }
    expect(duration).toBe(steps.at(-1)?.end);
  });
});

describe('choices', () => {
  it('play the default, or what the path says; an unknown option is the default', () => {
    const count = (path: Record<string, string>) => compile(STORY, { path }).messages.filter(({ step }) => step === 2).length;
    expect([count({}), count({ mode: 'cached' }), count({ mode: 'nonsense' }), count({ other: 'x' })]).toEqual([2, 0, 2, 2]);
  });

  it('never change the steps, and nothing before the choice', () => {
    const [plain, cached] = ['plain', 'cached'].map((mode) => compile(STORY, { path: { mode } }));
    expect(cached?.steps.map(({ id }) => id)).toEqual(plain?.steps.map(({ id }) => id));
    const before = plain?.steps[2]?.start ?? 0;
    expect(before).toBeGreaterThan(0);
    expect(cached?.messages.filter(({ start }) => start < before)).toEqual(plain?.messages.filter(({ start }) => start < before));
  });

  it('frame their messages by the option’s title', () => {
    expect(compile(STORY, {}).fragments).toEqual([{ kind: 'choice', label: 'plain', first: 2, last: 4, dividers: [] }]);
    expect(compile(STORY, { path: { mode: 'cached' } }).fragments).toEqual([]);
  });
});

it('the variant is completed', () => {
  expect(compile(STORY, {}).variant).toEqual({ level: 1, path: { mode: 'plain' }, lang: 'en', pace: 1 });
  expect(compile(STORY, { level: Number.NaN, pace: -1, lang: 'ko' }).variant).toEqual({ level: 1, path: { mode: 'plain' }, lang: 'ko', pace: 0 });
});

it('the same variant gives an equal trace, every time', () => {
  expect(compile(STORY, { level: 3 })).toEqual(compile(STORY, { level: 3 }));
});
