import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { lastInstant, momentAt, timeAt } from '../../../src/compile/moment.ts';
import type { Trace } from '../../../src/compile/trace.ts';
import { choose, deeper, scenario, send, step, work } from './build.ts';
import { EDGES, NODES } from './field.ts';

const hop = send('client -> gateway');
const STORY = scenario({
  nodes: NODES, edges: EDGES, levels: [1, 2, 3], choices: { mode: ['plain', 'slow'] },
  steps: [
    step('ask', hop),
    deeper(step('store', hop), 2,
      step('send', hop),
      deeper(step('keep', hop, hop), 3, step('a', work('store', 3)), step('b'), step('c', hop)),
      step('done')),
    deeper(step('think', choose('mode', { plain: [], slow: [work('store', 7)] })), 3, step('x', hop), step('y', work('store', 2.5))),
    step('end', hop),
  ],
});
const traces = new Map<string, Trace>();
const variant = fc.record({
  level: fc.integer({ min: 1, max: 3 }), pace: fc.constantFrom(0, 0.5, 1, 2), lang: fc.constantFrom('en', 'ko'),
  mode: fc.constantFrom('plain', 'slow'),
}).map(({ level, pace, lang, mode }): Trace => {
  const key = [level, pace, lang, mode].join();
  const trace = traces.get(key) ?? compile(STORY, { level, pace, lang, path: { mode } });
  traces.set(key, trace);
  return trace;
});
/** Times on a grid of milliseconds, and each boundary of a step. */
const timeIn = (trace: Trace) => fc.oneof(
  fc.integer({ min: 0, max: Math.floor(trace.duration * 1000) }).map((ms) => ms / 1000),
  fc.constantFrom(...trace.steps.flatMap(({ start, actEnd, end }) => [start, actEnd, end])),
);
const withTime = variant.chain((trace) => timeIn(trace).map((time) => ({ trace, time })));
const isWithin = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}/`);

describe('moments', () => {
  it('are the identity for the same variant', () => {
    fc.assert(fc.property(withTime, ({ trace, time }) => {
      expect(timeAt(trace, momentAt(trace, time))).toBeCloseTo(time, 5);
    }));
  });

  it('keep the step, or its ancestor, or go to a child', () => {
    fc.assert(fc.property(withTime, variant, ({ trace, time }, other) => {
      const moment = momentAt(trace, time);
      const found = momentAt(other, timeAt(other, moment)).step;
      expect(isWithin(found, moment.step) || isWithin(moment.step, found)).toBe(true);
    }));
  });

  it('keep their order', () => {
    fc.assert(fc.property(variant.chain((trace) => fc.tuple(fc.constant(trace), timeIn(trace), timeIn(trace))), variant, ([trace, a, b], other) => {
      const [early, late] = [Math.min(a, b), Math.max(a, b)].map((time) => timeAt(other, momentAt(trace, time)));
      expect(early).toBeLessThanOrEqual((late as number) + 1e-9);
    }));
  });

  it('come back to the same leaf', () => {
    fc.assert(fc.property(withTime, variant, ({ trace, time }, other) => {
      const moment = momentAt(trace, time);
      const there = momentAt(other, timeAt(other, moment));
      expect(momentAt(trace, timeAt(trace, there)).step).toBe(moment.step);
    }), { numRuns: 1000 });
  });

  it('keep step and part where both variants have them', () => {
    const [one, two] = [compile(STORY, { level: 2 }), compile(STORY, { level: 2, pace: 2, path: { mode: 'slow' } })];
    const moment = { step: 'store/keep', part: 'hold', fraction: 0.25 } as const;
    for (const trace of [one, two]) expect(momentAt(trace, timeAt(trace, moment))).toEqual({ ...moment, fraction: expect.closeTo(0.25, 6) });
  });

  it('go to the child at that proportion, by a table', () => {
    const deep = compile(STORY, { level: 3 });
    const leafAt = (part: 'act' | 'hold', fraction: number) => momentAt(deep, timeAt(deep, { step: 'store', part, fraction })).step;
    // Halves: act 0–0.5, hold 0.5–1; thirds: send, keep, done; keep's thirds: a, b, c.
    expect(leafAt('act', 0)).toBe('store/send');
    expect(leafAt('act', 0.6)).toBe('store/send');
    expect(leafAt('act', 0.7)).toBe('store/keep/a');
    expect(leafAt('act', 0.95)).toBe('store/keep/b');
    expect(leafAt('hold', 0.2)).toBe('store/keep/c');
    expect(leafAt('hold', 0.5)).toBe('store/done');
    expect(leafAt('hold', 1)).toBe('store/done');
  });

  it('of a step that the scenario does not have are its nearest ancestor’s start', () => {
    const trace = compile(STORY, { level: 2 });
    const at = (step: string) => timeAt(trace, { step, part: 'hold', fraction: 0.9 });
    expect(at('store/keep/gone')).toBe(trace.steps.find(({ id }) => id === 'store/keep')?.start);
    expect(at('store/gone/deep')).toBe(trace.steps.find(({ id }) => id === 'store/send')?.start);
    expect(at('gone')).toBe(0);
  });

  it('bear nonsense', () => {
    const trace = compile(STORY, {});
    expect(timeAt(trace, { step: 'ask', part: 'act', fraction: Number.NaN })).toBe(0);
    expect(timeAt(trace, { step: 'end', part: 'hold', fraction: 99 })).toBe(trace.duration);
    expect(momentAt(trace, -5)).toEqual({ step: 'ask', part: 'act', fraction: 0 });
    expect(momentAt(trace, 1e9)).toEqual({ step: 'end', part: 'hold', fraction: 1 });
  });

  it('a step’s last instant is still its own', () => {
    for (const pace of [0, 1]) {
      const trace = compile(STORY, { level: 3, pace });
      for (const mark of trace.steps) expect(momentAt(trace, lastInstant(trace, mark)).step).toBe(mark.id);
    }
  });
});
