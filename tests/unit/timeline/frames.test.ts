import fc from 'fast-check';
import { gsap } from 'gsap/gsap-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Frame, HopFrame } from '../../../src/compile/frame.ts';
import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import type { Message, Trace } from '../../../src/compile/trace.ts';
import { FrameSource } from '../../../src/timeline/frames.ts';
import { planStep, planWindow } from '../../../src/timeline/plan.ts';
import { scenario, send, step } from '../compile/build.ts';
import { EDGES, NODES } from '../compile/field.ts';
import { trace } from './story.ts';

const sources: FrameSource[] = [];
const sourceOf = (of: Trace): FrameSource => {
  const source = new FrameSource(of);
  sources.push(source);
  return source;
};
afterEach(() => {
  for (const source of sources.splice(0)) source.dispose();
});
/** The frame as somebody sees it who comes straight to it. */
const fresh = (of: Trace, time: number): Frame => {
  const source = new FrameSource(of);
  const frame = source.at(time);
  source.dispose();
  return frame;
};

const VARIANTS = [{}, { level: 2 }, { pace: 0 }, { level: 2, pace: 0.3 }].map(trace);
const boundaries = (of: Trace) => of.steps.flatMap((mark) => [mark.start, mark.actEnd, mark.end, ...planStep(of, mark).starts])
  .concat(of.messages.flatMap(({ start, end }) => [start, end, end + 0.3, end + 0.45]));
const timesIn = (of: Trace) => fc.array(fc.oneof(
  fc.double({ min: 0, max: of.duration, noNaN: true }), fc.constantFrom(...boundaries(of)),
), { minLength: 2, maxLength: 25 });

describe('a frame is a function of the time', () => {
  it.each(VARIANTS.map((of, i) => [i, of] as const))('in any order of seeks (variant %i)', (_i, of) => {
    fc.assert(fc.property(timesIn(of), (times) => {
      const used = sourceOf(of);
      for (const time of times) expect(used.at(time)).toEqual(fresh(of, time));
    }), { numRuns: 40 });
  }, 60_000);

  it('when scrubbed to and fro over each boundary', () => {
    const of = trace();
    const used = sourceOf(of);
    for (const time of boundaries(of).filter((_, i) => i % 23 === 0)) {
      for (const near of [time + 0.01, time, time - 0.01, time + 0.2, time]) expect(used.at(near)).toEqual(fresh(of, Math.max(0, near)));
    }
  });

  it.each([24, 60])('when played at %i frames a second', (fps) => {
    const of = trace({ level: 2 });
    const playing = sourceOf(of);
    const seeking = sourceOf(of);
    const count = Math.floor(of.duration * fps);
    const played = Array.from({ length: count }, (_, i) => playing.at(i / fps));
    for (let i = count - 1; i >= 0; i -= 7) expect(seeking.at(i / fps)).toEqual(played[i]);
    expect(fresh(of, (count - 1) / fps)).toEqual(played[count - 1]);
  });

  it('whatever another source of the same trace does', () => {
    const of = trace();
    const [one, other] = [sourceOf(of), sourceOf(of)];
    const before = one.at(1.3);
    other.at(0.2);
    other.dispose();
    expect(one.at(1.3)).toEqual(before);
    expect(before.hops).not.toEqual([]);
  });
});

describe('what a hop shows', () => {
  const of = compile(scenario({
    nodes: NODES, edges: EDGES,
    steps: [step('only', send('client -> gateway', { takes: 1 }), send('gateway -> store', { takes: 1, fails: 'dropped' })), step('next')],
  }), {});
  const hopAt = (time: number, message = 0): HopFrame | undefined => fresh(of, time).hops.find((hop) => hop.message === message);
  const near = (value: number) => expect.closeTo(value, 5);

  it('goes from the sender to the receiver, eased', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((time) => hopAt(time)?.progress)).toEqual([0, near(0.125), near(0.5), near(0.875), 1]);
  });

  it('lights its label within 0.15 s and lets it rest at 0.72', () => {
    expect([0, 0.075, 0.15, 0.9, 1, 1.15, 1.3, 2].map((time) => hopAt(time)?.label)).toEqual(
      [0, near(0.5), 1, 1, 1, near(0.86), near(0.72), near(0.72)]);
  });

  it('has a head under way that fades within 0.3 s', () => {
    expect([0, 0.5, 1, 1.15, 1.3, 2].map((time) => hopAt(time)?.head)).toEqual([1, 1, 1, near(0.5), near(0), 0]);
  });

  it('makes the receiver answer with one ring', () => {
    expect([0.9, 1, 1.225, 1.449, 1.45, 2].map((time) => hopAt(time)?.ring)).toEqual([0, 0, near(0.5), expect.closeTo(1, 2), 0, 0]);
  });

  it('says when it is done', () => {
    expect([0.5, 0.999, 1, 2.5].map((time) => hopAt(time)?.done)).toEqual([false, false, true, true]);
  });

  it('is not listed before it starts', () => {
    expect(hopAt(1.11, 1)).toBeUndefined();
    expect(hopAt(1.12, 1)).toMatchObject({ progress: 0, head: 1, label: 0, done: false });
  });

  it('stops where it fails, with its label, without a ring', () => {
    const failed = of.messages[1] as Message;
    expect(failed.end).toBeCloseTo(1.72, 5);
    for (const time of [failed.end, failed.end + 0.2, (of.steps[0]?.end ?? 0) - 0.01]) {
      expect(hopAt(time, 1)).toMatchObject({ progress: near(0.6), label: 1, ring: 0, done: true });
    }
  });

  it('is gone with its step', () => {
    expect(fresh(of, of.steps[1]?.start ?? 0).hops).toEqual([]);
  });

  it('has at least 30 distinct frames in each second', () => {
    const of = trace();
    for (const message of of.messages.filter(({ kind, start, end }, i) => end - start > 0.3 && (kind !== 'packet' || i % 40 === 0))) {
      const source = sourceOf(of);
      const { start, end, index } = message;
      const seen = new Set<string>();
      for (let frame = 0; frame / 60 < end - start; frame++) seen.add(JSON.stringify(source.at(start + frame / 60).hops.find((hop) => hop.message === index)));
      expect(seen.size / (end - start)).toBeGreaterThanOrEqual(30);
      source.dispose();
    }
  }, 60_000);
});

describe('what else moves', () => {
  const of = trace();

  it('emphasis and camera go to each step', () => {
    const { start } = of.steps[1] ?? { start: 0 };
    expect([0, 0.15, 0.3, 0.8].map((after) => fresh(of, start + after).emphasis)).toEqual([0, expect.closeTo(0.5, 5), 1, 1]);
    expect([0, 0.4, 0.8].map((after) => fresh(of, start + after).camera)).toEqual([0, expect.closeTo(0.5, 5), 1]);
  });

  it('a component grows and fades', () => {
    const [appear, vanish] = [of.spans.find(({ kind }) => kind === 'appear'), of.spans.find(({ kind }) => kind === 'vanish')];
    for (const [span, node] of [[appear, 'pod-4'], [vanish, 'pod-2']] as const) {
      const { start, end } = span ?? { start: -1, end: -1 };
      const progress = [start, (start + end) / 2, end].map((time) => fresh(of, time).presence.find((each) => each.node === node)?.progress);
      expect(progress).toEqual([0, expect.closeTo(0.5, 5), undefined]);
    }
  });

  it('the clock runs from one time to the other', () => {
    const span = of.spans.find(({ kind }) => kind === 'clock') ?? { start: 0, end: 0 };
    expect([span.start, (span.start + span.end) / 2].map((time) => fresh(of, time).clock)).toEqual([0, expect.closeTo(30, 3)]);
    expect(fresh(of, span.end).clock).toBeUndefined();
    expect(stateAt(of, span.end).clock).toBe(60);
  });

  it('the row never jumps and ends on the last message that has started', () => {
    const source = sourceOf(of);
    let before = 0;
    for (let time = 0; time <= of.duration; time += 1 / 240) {
      const { row } = source.at(time);
      expect(row).toBeGreaterThanOrEqual(before);
      expect(row - before).toBeLessThan(0.5);
      before = row;
    }
    expect(before).toBeCloseTo(of.messages.length - 1, 5);
    expect(source.at(of.steps[2]?.end ?? 0).row).toBeCloseTo((of.steps[2]?.last ?? 0) - 1, 5);
  });

  it('part and fraction', () => {
    const { start, actEnd, end } = of.steps[0] ?? { start: 0, actEnd: 0, end: 0 };
    const places = [start, (start + actEnd) / 2, actEnd, (actEnd + end) / 2].map((time) => fresh(of, time)).map(({ part, fraction }) => [part, fraction]);
    expect(places).toEqual([['act', 0], ['act', expect.closeTo(0.5, 9)], ['hold', 0], ['hold', expect.closeTo(0.5, 9)]]);
  });

  it('holds the time within the trace', () => {
    expect(fresh(of, -3)).toEqual(fresh(of, 0));
    expect(fresh(of, 1e9)).toEqual(fresh(of, of.duration));
    expect(fresh(of, of.duration).step).toBe(of.steps.length - 1);
  });
});

describe('a still', () => {
  it.each(VARIANTS.map((of, i) => [i, of] as const))('has every hop of its step with its label (variant %i)', (_i, of) => {
    const source = sourceOf(of);
    for (const mark of of.steps) {
      const still = source.still(mark.index);
      expect(still).toMatchObject({ still: true, step: mark.index, emphasis: 1, camera: 1, presence: [] });
      expect(still.hops.map(({ message }) => message)).toEqual(of.messages.slice(mark.first, mark.last).map(({ index }) => index));
      for (const hop of still.hops) expect(hop).toMatchObject({ label: 1, head: 0, ring: 0, done: true });
    }
  });

  it('has the state at the end of its act, also where holds are off', () => {
    for (const of of VARIANTS) {
      const source = sourceOf(of);
      for (const mark of of.steps) {
        const own = of.changes.filter((change) => change.step < mark.index || (change.step === mark.index && change.time < mark.actEnd)).length;
        const seen = of.changes.filter(({ time }) => time <= source.still(mark.index).time).length;
        expect(seen).toBe(own);
      }
    }
  });
});

describe('windows', () => {
  it('cut long steps, and only those', () => {
    const of = trace();
    const counts = of.steps.map((mark) => planStep(of, mark).starts.length);
    expect(counts.filter((count) => count > 1)).toHaveLength(1);
    const crowd = of.steps[2];
    if (!crowd) throw new Error('no crowd');
    const whole = planStep(of, crowd);
    for (const [i, start] of whole.starts.entries()) {
      const plan = planWindow(of, whole, i);
      expect(plan.to - start).toBeLessThanOrEqual(10 + 1e-9);
      expect(plan.to).toBeGreaterThan(start);
      expect(plan.messages.length).toBeLessThan(120);
    }
  });

  it('cut a long silence as well', () => {
    const of = trace({ pace: 20 });
    for (const mark of of.steps) {
      const starts = [...planStep(of, mark).starts, mark.end];
      for (let i = 1; i < starts.length; i++) expect((starts[i] as number) - (starts[i - 1] as number)).toBeLessThanOrEqual(10 + 1e-9);
    }
  });
});

describe('resources', () => {
  const alive = (): number => gsap.globalTimeline.getChildren(false).length;

  it('keeps a few timelines and frees all of them', () => {
    const before = alive();
    const of = trace({ level: 2 });
    const source = new FrameSource(of);
    for (let time = 0; time < of.duration; time += 0.25) source.at(time);
    expect(alive() - before).toBeGreaterThan(0);
    expect(alive() - before).toBeLessThanOrEqual(6);
    source.dispose();
    expect(alive()).toBe(before);
    expect(() => source.at(0)).toThrow('disposed');
  });

  it('plays nothing by itself', async () => {
    const source = sourceOf(trace());
    const before = structuredClone(source.at(0.3));
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(source.at(0.3)).toEqual(before);
  });

  it('gives frames that later calls do not change', () => {
    const source = sourceOf(trace());
    const frame = source.at(0.4);
    const copy = structuredClone(frame);
    source.at(0.7);
    expect(frame).toEqual(copy);
  });
});
