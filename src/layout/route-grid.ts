import type { Point, Rect } from '../shared/geometry.ts';
import { bottom, inflate, right } from './rects.ts';
import type { World } from './route-world.ts';

/** Who owns a stretch: nobody, several, or the card of that index. */
export const FREE = -1;
const SEVERAL = -2;

const CLEARANCE = 8;
const NEAR = 18;
/** Nearer than this, two parallel lines look like one. */
const LANE_APART = 10.5;

/** The index of the first line at or after a position. */
export function lineFrom(lines: Float64Array, position: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The stretches between neighbouring crossings of the lines, once for each direction. A horizontal stretch `i` on line `j` reaches from
 * `xs[i]` to `xs[i + 1]` at `ys[j]` and has the index `j * xs.length + i`; vertical ones likewise with x and y in each other's place.
 */
class Stretches {
  readonly owner: Int16Array;
  /** How many times its length a stretch costs. */
  readonly factor: Float32Array;
  /** Routes that run exactly here. */
  readonly exact: Int16Array;
  /** Routes that run here or too near beside it. */
  readonly near: Int16Array;

  /** `along`: positions on a line; `lines`: the lines. */
  constructor(readonly along: Float64Array, readonly lines: Float64Array) {
    const count = along.length * lines.length;
    this.owner = new Int16Array(count).fill(FREE);
    this.factor = new Float32Array(count).fill(1);
    this.exact = new Int16Array(count);
    this.near = new Int16Array(count);
  }

  /** Calls for every stretch that reaches into an open region. */
  each(from: number, to: number, low: number, high: number, use: (index: number) => void): void {
    const first = Math.max(0, lineFrom(this.along, from) - 1);
    for (let j = lineFrom(this.lines, low); j < this.lines.length && (this.lines[j] as number) <= high; j++) {
      for (let i = first; i < this.along.length - 1 && (this.along[i] as number) < to; i++) {
        if ((this.along[i + 1] as number) > from) use(j * this.along.length + i);
      }
    }
  }

  /** Adds a route's straight piece (or takes it away with `by` -1). */
  occupy(at: number, from: number, to: number, by: 1 | -1): void {
    this.each(from, to, at - LANE_APART + 0.01, at + LANE_APART - 0.01, (index) => (this.near[index] = (this.near[index] as number) + by));
    this.each(from, to, at - 0.5, at + 0.5, (index) => (this.exact[index] = (this.exact[index] as number) + by));
  }
}

const EPS = 0.01;

/** The lines on which routes run, and what each stretch of them costs. */
export class RouteGrid {
  readonly horizontal: Stretches;
  readonly vertical: Stretches;

  constructor(readonly xs: Float64Array, readonly ys: Float64Array, world: World) {
    this.horizontal = new Stretches(xs, ys);
    this.vertical = new Stretches(ys, xs);
    for (const frame of world.frames) this.addFrame(frame);
    for (const title of world.titles) this.inside(title, EPS, (stretches, index) => (stretches.factor[index] = 60));
    world.cards.forEach((card, i) => {
      this.inside(card.rect, NEAR, (stretches, index) => (stretches.factor[index] = Math.max(2.5, stretches.factor[index] as number)));
      this.inside(card.rect, CLEARANCE, (stretches, index) => {
        const owner = stretches.owner[index] as number;
        stretches.owner[index] = owner === FREE || owner === i ? i : SEVERAL;
      });
    });
  }

  private inside(rect: Rect, by: number, use: (stretches: Stretches, index: number) => void): void {
    const box = inflate(rect, by - EPS);
    this.horizontal.each(box.x, right(box), box.y, bottom(box), (index) => use(this.horizontal, index));
    this.vertical.each(box.y, bottom(box), box.x, right(box), (index) => use(this.vertical, index));
  }

  /** Running along a frame's rim would hide the route. */
  private addFrame(frame: Rect): void {
    const dear = (stretches: Stretches) => (index: number) => (stretches.factor[index] = 4);
    for (const y of [frame.y, bottom(frame)]) this.horizontal.each(frame.x, right(frame), y - 8, y + 8, dear(this.horizontal));
    for (const x of [frame.x, right(frame)]) this.vertical.each(frame.y, bottom(frame), x - 8, x + 8, dear(this.vertical));
  }

  /** Adds a route to what is taken, or takes it away. */
  occupy(points: readonly Point[], by: 1 | -1): void {
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1] as Point, points[i] as Point];
      if (a.y === b.y) this.horizontal.occupy(a.y, Math.min(a.x, b.x), Math.max(a.x, b.x), by);
      else this.vertical.occupy(a.x, Math.min(a.y, b.y), Math.max(a.y, b.y), by);
    }
  }
}
