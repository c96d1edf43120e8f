import type { Trace } from '../compile/trace.ts';

/** A top-level step on the scrubber: seconds, and the indices of its visible leaf steps `first` ≤ i < `last`. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

/** A segment's place on the track in CSS px. */
export interface SegmentBox extends Segment {
  readonly left: number;
  readonly width: number;
}

const GAP = 8;
const LEAST_WIDTH = 6;

/** One segment for each top-level step, in order. */
export function segmentsOf(trace: Trace): Segment[] {
  const segments: { start: number; end: number; first: number; last: number }[] = [];
  let top = -1;
  for (const step of trace.steps) {
    const open = segments.at(-1);
    if (open && step.top === top) {
      open.end = step.end;
      open.last = step.index + 1;
    } else {
      segments.push({ start: step.start, end: step.end, first: step.index, last: step.index + 1 });
      top = step.top;
    }
  }
  return segments;
}

/** Lays segments out over `width` px: wide by their seconds, none narrower than can be seen. */
export function placeSegments(segments: readonly Segment[], width: number): SegmentBox[] {
  if (segments.length === 0 || width <= 0) return [];
  const gap = segments.length > 1 ? Math.min(GAP, (width * 0.2) / (segments.length - 1)) : 0;
  const room = width - gap * (segments.length - 1);
  const least = Math.min(LEAST_WIDTH, room / segments.length);
  const total = segments.reduce((sum, { start, end }) => sum + end - start, 0);
  let left = 0;
  return segments.map((segment) => {
    const share = total > 0 ? (segment.end - segment.start) / total : 1 / segments.length;
    const box = { ...segment, left, width: least + (room - least * segments.length) * share };
    left += box.width + gap;
    return box;
  });
}

/** Where a time stands on the track, in CSS px. */
export function placeOfTime(boxes: readonly SegmentBox[], time: number): number {
  const box = boxes.find(({ end }) => time < end) ?? boxes.at(-1);
  if (!box) return 0;
  const length = box.end - box.start;
  return box.left + box.width * (length > 0 ? clamp((time - box.start) / length) : time > box.start ? 1 : 0);
}

/** The time at a place on the track; in a gap, the end of the segment before it. Seconds. */
export function timeAtPlace(boxes: readonly SegmentBox[], x: number): number {
  const box = boxes.findLast(({ left }) => x >= left) ?? boxes[0];
  if (!box) return 0;
  return box.start + (box.end - box.start) * clamp((x - box.left) / box.width);
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
