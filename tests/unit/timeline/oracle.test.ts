import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import type { HopFrame } from '../../../src/compile/frame.ts';
import type { Message, Trace } from '../../../src/compile/trace.ts';
import { FrameSource } from '../../../src/timeline/frames.ts';
import { parallel, scenario, send, step, wait } from '../compile/build.ts';
import { EDGES, NODES, toWeb } from '../compile/field.ts';
import { trace } from './story.ts';

/** What a frame must hold, by formulas of the time alone. */
const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const quad = (t: number): number => (t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) ** 2);
const cubic = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - 4 * (1 - t) ** 3);
const sine = (t: number): number => (1 - Math.cos(Math.PI * t)) / 2;
const REACH: Record<string, number> = { dropped: 0.6, timeout: 0.75, refused: 0.9 };
const near = (value: number) => expect.closeTo(value, 4);

function expected({ index, kind, start, end, outcome }: Message, time: number): HopFrame {
  const way = clamp((time - start) / (end - start));
  const after = Math.max(0, time - end);
  const fades = clamp(after / 0.3);
  const rings = kind !== 'work' && !(outcome.kind in REACH);
  return {
    message: index,
    progress: near((REACH[outcome.kind] ?? 1) * (kind === 'work' ? way : quad(way))),
    head: near(1 - fades),
    label: near(clamp((time - start) / 0.15) * (outcome.kind === 'ok' ? 1 - 0.28 * fades : 1)),
    ring: near(rings && after < 0.45 ? after / 0.45 : 0),
    done: time >= end,
  };
}

function check(of: Trace, source: FrameSource, time: number): void {
  const frame = source.at(time);
  const mark = of.steps[frame.step];
  if (!mark) throw new Error('no step');
  const since = time - mark.start;
  const length = mark.end - mark.start;
  const running = of.spans.filter((span) => span.start <= time && time < span.end);
  expect(frame.hops).toEqual(of.messages.slice(mark.first, mark.last).filter(({ start }) => start <= time).map((message) => expected(message, time)));
  expect(frame.emphasis).toEqual(near(sine(clamp(since / Math.min(0.3, length)))));
  expect(frame.camera).toEqual(near(cubic(clamp(since / Math.min(0.8, length)))));
  expect(frame.presence).toEqual(running.flatMap((span) =>
    (span.kind === 'clock' ? [] : [{ node: span.node, kind: span.kind, progress: near(sine((time - span.start) / (span.end - span.start))) }])));
}

const DENSE = compile(scenario({ nodes: NODES, edges: EDGES, steps: [step('crowd', toWeb({ connections: 300, every: 0.004 })), step('next')] }), {});
/** A window that begins while camera and emphasis are under way and nothing else is. */
const BURST = compile(scenario({
  nodes: NODES, edges: EDGES,
  steps: [step('burst', parallel([...Array.from({ length: 45 }, () => [send('client -> gateway', { takes: 0.05 })]), [wait(0.6), send('gateway -> store')]])), step('next')],
}), {});
const TRACES: readonly (readonly [string, Trace])[] = [
  ['the story', trace()], ['the story, deeper', trace({ level: 2 })], ['without holds', trace({ pace: 0 })], ['a dense crowd', DENSE], ['a burst', BURST],
];

describe.each(TRACES)('%s', (_name, of) => {
  it('shows what the formulas say, at any time, in any order', () => {
    const source = new FrameSource(of);
    // Ring and step change at an instant; a hair around it either value is right.
    const isSharp = (time: number): boolean => of.messages.some(({ end }) => Math.abs(end + 0.45 - time) < 1e-4);
    fc.assert(fc.property(fc.double({ min: 0, max: of.duration, noNaN: true }).filter((time) => !isSharp(time)), (time) => check(of, source, time)), { numRuns: 150 });
    for (const { start } of of.steps) for (const after of [0.1, 0.27, 0.3, 0.55, 0.79]) if (start + after < of.duration) check(of, source, start + after);
    source.dispose();
  });
});
