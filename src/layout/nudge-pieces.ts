import type { Side } from '../scenario/model.ts';
import { overlaps, type Point, type Rect } from '../shared/geometry.ts';
import { bottom, right } from './rects.ts';
import { inTheWay } from './route-straight.ts';
import { sideRange, type RouteEnd, type RouteWish, type World } from './route-world.ts';

/** A straight piece of a route that may be moved across its direction. */
export interface MovablePiece {
  readonly route: string;
  /** Index of its first point in the route. */
  readonly index: number;
  /** Where it lies across its direction, and the stretch along it. */
  at: number;
  readonly from: number;
  readonly to: number;
  /** Between these it hits nothing. */
  readonly low: number;
  readonly high: number;
  /** The sides of boxes that it leaves or enters: at most two. */
  readonly ends: readonly { readonly key: string; readonly centre: number; readonly room: number }[];
}

const KEEP = 14;
const FURTHEST = 400;

/** The side of a box on whose rim a route's end lies. */
export function sideAt(box: Rect, point: Point, next: Point): Side {
  if (point.y === next.y) return next.x > point.x ? 'right' : 'left';
  return next.y > point.y ? 'bottom' : 'top';
}

function endOf(end: RouteEnd, point: Point, next: Point): { key: string; centre: number; room: number; low: number; high: number } {
  const side = sideAt(end.box, point, next);
  const range = sideRange(end.box, side);
  return { key: `${end.node} ${side}`, centre: range.centre, room: range.to - range.from, low: range.from, high: range.to };
}

/** How far a piece can be moved until it comes too near to something. */
function limits(piece: { at: number; from: number; to: number }, horizontal: boolean, obstacles: readonly Rect[], bounds: Rect): { low: number; high: number } {
  let low = Math.max(piece.at - FURTHEST, horizontal ? bounds.y : bounds.x);
  let high = Math.min(piece.at + FURTHEST, horizontal ? bottom(bounds) : right(bounds));
  for (const rect of obstacles) {
    const start = horizontal ? rect.x : rect.y;
    const end = horizontal ? right(rect) : bottom(rect);
    if (end <= piece.from - KEEP / 2 || start >= piece.to + KEEP / 2) continue;
    const near = horizontal ? rect.y : rect.x;
    const far = horizontal ? bottom(rect) : right(rect);
    if (far <= piece.at + 0.01) low = Math.max(low, Math.min(piece.at, far + KEEP));
    else if (near >= piece.at - 0.01) high = Math.min(high, Math.max(piece.at, near - KEEP));
    else return { low: piece.at, high: piece.at };
  }
  return { low, high };
}

/** The rims of a frame as boxes without thickness: a line along them would not be seen. */
function rimsOf({ x, y, width, height }: Rect, horizontal: boolean): Rect[] {
  if (horizontal) return [{ x, y, width, height: 0 }, { x, y: y + height, width, height: 0 }];
  return [{ x, y, width: 0, height }, { x: x + width, y, width: 0, height }];
}

/** All pieces of one direction with the room that they have. */
export function movablePieces(world: World, wishes: readonly RouteWish[], ways: ReadonlyMap<string, readonly Point[]>, horizontal: boolean): MovablePiece[] {
  const rims = world.frames.flatMap((frame) => rimsOf(frame, horizontal));
  return wishes.flatMap((wish) => {
    const points = ways.get(wish.id) ?? [];
    const obstacles = [...inTheWay(world, wish), ...world.titles, ...rims];
    // Inner pieces must keep away from their own boxes as well.
    const own = [...obstacles, wish.from.box, wish.to.box];
    return points.slice(1).flatMap((b, index): MovablePiece[] => {
      const a = points[index] as Point;
      if ((a.y === b.y) !== horizontal) return [];
      const line = horizontal ? { at: a.y, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) } : { at: a.x, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) };
      const ends = [...(index === 0 ? [endOf(wish.from, a, b)] : []), ...(index === points.length - 2 ? [endOf(wish.to, b, a)] : [])];
      const room = limits(line, horizontal, ends.length > 0 ? obstacles.filter((rect) => !touches(rect, wish)) : own, world.bounds);
      const low = Math.max(room.low, ...ends.map((end) => end.low));
      const high = Math.min(room.high, ...ends.map((end) => end.high));
      return [{ route: wish.id, index, ...line, low: Math.min(low, line.at), high: Math.max(high, line.at), ends }];
    });
  });
}

/** The slightly smaller copies of a route's own boxes are not in the way of its ends. */
const touches = (rect: Rect, { from, to }: RouteWish): boolean => [from, to].some((end) => overlaps(rect, end.box));
