import { inflate, type Point, type Rect } from '../shared/geometry.ts';
import type { Work } from '../shared/work.ts';
import { bottom, right } from './rects.ts';
import type { World } from './route-world.ts';

/** Who owns a stretch: nobody, several, or the card of that index. */
const FREE = -1;
const SEVERAL = -2;

/** Routes keep this far from cards that are not their own. */
export const CLEARANCE = 8;
const NEAR = 18;
/** Nearer than this, two parallel lines look like one. */
const LANE_APART = 10.5;
/** A lane that another route has: once, and for each px. */
const SHARED = 400;
const SHARED_PER_PX = 6;

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
 * The stretches between neighbouring crossings of the lines, in one direction. A stretch has the index of the crossing at its left or upper end;
 * crossings are counted row by row. At the end of a line stands one without length that nobody may use, so that a search needs no other limits.
 */
export class Stretches {
  readonly owner: Int16Array;
  readonly length: Float64Array;
  /** How many times its length a stretch costs. */
  private readonly factor: Float32Array;
  /** What it costs, with what other routes add. */
  readonly price: Float64Array;
  /** Routes that run exactly here. */
  readonly exact: Int16Array;
  /** Routes that run here or too near beside it. */
  readonly near: Int16Array;
  /** 1 for every stretch that someone owns: nobody may pass but whom a search lets through. */
  readonly blocked: Uint8Array;

  /** `along`: positions on a line; `lines`: the lines; `step`, `stride`: from a crossing to the next on its line, and on the next line. */
  constructor(readonly along: Float64Array, readonly lines: Float64Array, readonly step: number, readonly stride: number) {
    const count = along.length * lines.length;
    this.owner = new Int16Array(count).fill(FREE);
    this.factor = new Float32Array(count).fill(1);
    this.length = new Float64Array(count);
    this.price = new Float64Array(count);
    this.exact = new Int16Array(count);
    this.near = new Int16Array(count);
    this.blocked = new Uint8Array(count);
    for (let j = 0; j < lines.length; j++) {
      for (let i = 0; i < along.length - 1; i++) this.length[j * stride + i * step] = (along[i + 1] as number) - (along[i] as number);
      this.owner[j * stride + (along.length - 1) * step] = SEVERAL;
    }
  }

  /** To be called when all factors and owners are set. */
  finish(): void {
    const { price, length, factor, owner, blocked } = this;
    for (let i = 0; i < price.length; i++) {
      price[i] = (length[i] as number) * (factor[i] as number);
      blocked[i] = owner[i] === FREE ? 0 : 1;
    }
  }

  /** Makes every stretch that reaches into an open region cost at least so many times its length. */
  dearer(from: number, to: number, low: number, high: number, least: number): void {
    const { factor } = this;
    this.each(from, to, low, high, (index) => {
      if ((factor[index] as number) < least) factor[index] = least;
    });
  }

  /** Gives a card every stretch that reaches into an open region. */
  own(from: number, to: number, low: number, high: number, card: number): void {
    const { owner } = this;
    this.each(from, to, low, high, (index) => {
      const before = owner[index] as number;
      owner[index] = before === FREE || before === card ? card : SEVERAL;
    });
  }

  /** Calls for every stretch that reaches into an open region, with its index and where it lies. */
  each(from: number, to: number, low: number, high: number, use: (index: number, at: number, start: number, end: number) => void): void {
    const { along, lines, step, stride } = this;
    const first = Math.max(0, lineFrom(along, from) - 1);
    for (let j = lineFrom(lines, low); j < lines.length && (lines[j] as number) <= high; j++) {
      for (let i = first; i < along.length - 1 && (along[i] as number) < to; i++) {
        if ((along[i + 1] as number) > from) use(j * stride + i * step, lines[j] as number, along[i] as number, along[i + 1] as number);
      }
    }
  }

  /** Adds a route's straight piece (or takes it away with `by` -1). */
  occupy(at: number, from: number, to: number, by: 1 | -1): void {
    const { near, exact, price, length, factor } = this;
    this.each(from, to, at - LANE_APART + 0.01, at + LANE_APART - 0.01, (i) => {
      const count = (near[i] = (near[i] as number) + by);
      price[i] = (length[i] as number) * (factor[i] as number) + (count > 0 ? SHARED + SHARED_PER_PX * (length[i] as number) : 0);
    });
    this.each(from, to, at - 0.5, at + 0.5, (i) => (exact[i] = (exact[i] as number) + by));
  }
}

const EPS = 0.01;

/** The lines on which routes run, and what each stretch of them costs. */
export class RouteGrid {
  readonly horizontal: Stretches;
  readonly vertical: Stretches;

  private constructor(readonly xs: Float64Array, readonly ys: Float64Array) {
    this.horizontal = new Stretches(xs, ys, 1, xs.length);
    this.vertical = new Stretches(ys, xs, xs.length, 1);
  }

  /** The grid of a world on these lines. */
  static *of(world: World, xs: Float64Array, ys: Float64Array): Work<RouteGrid> {
    const grid = new RouteGrid(xs, ys);
    for (const frame of world.frames) grid.addFrame(frame);
    for (const title of world.titles) grid.dearer(title, EPS, 60);
    for (const [i, card] of world.cards.entries()) {
      yield;
      grid.dearer(card.rect, NEAR, 2.5);
      grid.own(card.rect, i);
    }
    yield;
    grid.horizontal.finish();
    grid.vertical.finish();
    return grid;
  }

  private dearer(rect: Rect, by: number, factor: number): void {
    const box = inflate(rect, by - EPS);
    this.horizontal.dearer(box.x, right(box), box.y, bottom(box), factor);
    this.vertical.dearer(box.y, bottom(box), box.x, right(box), factor);
  }

  private own(rect: Rect, card: number): void {
    const box = inflate(rect, CLEARANCE - EPS);
    this.horizontal.own(box.x, right(box), box.y, bottom(box), card);
    this.vertical.own(box.y, bottom(box), box.x, right(box), card);
  }

  /** Running along a frame's rim would hide the route. */
  private addFrame(frame: Rect): void {
    const { horizontal, vertical } = this;
    for (const y of [frame.y, bottom(frame)]) horizontal.dearer(frame.x, right(frame), y - 8, y + 8, 4);
    for (const x of [frame.x, right(frame)]) vertical.dearer(frame.y, bottom(frame), x - 8, x + 8, 4);
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
