import type { StepMark, Trace } from '../../compile/trace.ts';
import { MOTION } from '../../timeline/motion.ts';
import { AT_ONCE } from './series.ts';

/** Times a second at which what moves is looked at. */
const LOOKS = 20;

/** The stretch of a story that a picture shows, seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The times, ascending, between which nothing of a picture jumps and everything goes straight: where something moves, close to each other;
 * where something changes at once, right before it and then.
 */
export function momentsOf(trace: Trace, { from, to }: Span): number[] {
  const times = new Set<number>();
  const add = (time: number): void => {
    if (time >= from && time < to) times.add(time);
  };
  const jump = (time: number): void => {
    add(time - AT_ONCE);
    add(time);
  };
  const glide = (start: number, end: number): void => {
    jump(start);
    for (let i = Math.floor(start * LOOKS) + 1; i / LOOKS < end; i++) add(i / LOOKS);
    jump(end);
  };
  for (const step of trace.steps) for (const [start, end] of glidesOf(step)) glide(start, end);
  for (const { start, end } of trace.messages) {
    glide(start, end);
    glide(end, end + MOTION.ring);
    jump(start + MOTION.rise);
    jump(end + MOTION.fade);
  }
  for (const { start, end } of trace.spans) glide(start, end);
  for (const { time } of trace.changes) jump(time);
  return [from, ...[...times, to - AT_ONCE].filter((time) => time > from).sort((a, b) => a - b)];
}

/** The view goes to a step when it begins, and back from what it followed when its actions are over. */
function glidesOf({ start, actEnd, end }: StepMark): (readonly [number, number])[] {
  return [[start, Math.min(end, start + MOTION.camera)], [actEnd, Math.min(end, actEnd + MOTION.camera)]];
}
