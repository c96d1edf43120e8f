import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlayedRanges } from '../../../src/elements/played-ranges.ts';
import { placeOfTime, placeSegments, timeAtPlace, type Segment } from '../../../src/elements/scrubber-geometry.ts';
import { SequenceScroller } from '../../../src/elements/sequence-scroller.ts';
import type { SequenceLayout } from '../../../src/layout/types.ts';

function segmentsOfLengths(lengths: readonly number[]): Segment[] {
  let start = 0;
  return lengths.map((length, index) => {
    const segment = { start, end: start + length, first: index, last: index + 1 };
    start += length;
    return segment;
  });
}

describe('the segments of the scrubber', () => {
  const lengths = fc.array(fc.double({ min: 0.3, max: 60, noNaN: true }), { minLength: 1, maxLength: 120 });

  it('fill the track in order and leave each other alone', () => {
    fc.assert(fc.property(lengths, fc.integer({ min: 100, max: 2000 }), (seconds, width) => {
      const boxes = placeSegments(segmentsOfLengths(seconds), width);
      expect(boxes[0]!.left).toBe(0);
      expect(boxes.at(-1)!.left + boxes.at(-1)!.width).toBeCloseTo(width, 6);
      for (const [index, box] of boxes.entries()) {
        expect(box.width).toBeGreaterThan(0);
        if (index > 0) expect(box.left).toBeGreaterThanOrEqual(boxes[index - 1]!.left + boxes[index - 1]!.width - 1e-9);
      }
    }));
  });

  it('give back the time of a place', () => {
    fc.assert(fc.property(lengths, fc.double({ min: 0, max: 0.999, noNaN: true }), (seconds, share) => {
      const segments = segmentsOfLengths(seconds);
      const boxes = placeSegments(segments, 900);
      const time = segments.at(-1)!.end * share;
      expect(timeAtPlace(boxes, placeOfTime(boxes, time))).toBeCloseTo(time, 5);
    }));
  });

  it('hold presses outside to the ends', () => {
    const boxes = placeSegments(segmentsOfLengths([2, 4]), 500);
    expect([timeAtPlace(boxes, -50), timeAtPlace(boxes, 900), timeAtPlace([], 10)]).toEqual([0, 6, 0]);
    expect(timeAtPlace(boxes, boxes[0]!.width + 2)).toBe(2);
  });
});

describe('what was played', () => {
  it('joins what touches and keeps apart what does not', () => {
    const played = new PlayedRanges();
    for (const time of [0, 1, 2]) played.reach(time);
    played.jump();
    for (const time of [10, 11]) played.reach(time);
    expect(played.ranges).toEqual([[0, 2], [10, 11]]);
    played.jump();
    for (const time of [1.5, 5, 10.5]) played.reach(time);
    expect(played.ranges).toEqual([[0, 11]]);
  });
});

describe('the sequence under the wheel', () => {
  const rows = Array.from({ length: 40 }, (_, index) => ({
    message: index, y: 90 + index * 60, top: 60 + index * 60, height: 60, fromX: 100, toX: 400, label: { lines: [], size: 22 }, labelBox: { x: 0, y: 0, width: 0, height: 0 },
  }));
  const layout: SequenceLayout = { size: { width: 600, height: 2500 }, headHeight: 60, margin: 60, lifelines: [], standing: [], rows, notes: [], activations: [], fragments: [] };
  const place = { pane: { x: 0, y: 0, width: 600, height: 500 }, layout, row: 0 };

  it('scrolls to its end and no further, and then leaves the wheel to the page', () => {
    const scroller = new SequenceScroller();
    expect(scroller.move(0, 40, place)).toEqual({ dx: 0, dy: 0 });
    let moved = 0;
    for (let notch = 0; notch < 100; notch++) moved += scroller.move(0, -100, place).dy;
    expect(moved).toBeCloseTo(500 - 2500, 6);
    expect(scroller.move(0, -100, place)).toEqual({ dx: 0, dy: 0 });
    expect(scroller.move(0, 30, place)).toEqual({ dx: 0, dy: 30 });
  });

  it('goes back to where the story is', () => {
    const scroller = new SequenceScroller();
    scroller.move(0, -150, place);
    expect(scroller.goBack()).toEqual({ dx: -0, dy: 150 });
    expect(scroller.goBack()).toBeUndefined();
  });

  it('has nothing to scroll where all of it is in view', () => {
    const small = { ...layout, size: { width: 600, height: 300 } };
    expect(new SequenceScroller().move(0, -100, { ...place, layout: small })).toEqual({ dx: 0, dy: 0 });
  });
});
