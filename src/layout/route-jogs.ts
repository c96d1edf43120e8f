import { overlaps, type Point, type Rect } from '../shared/geometry.ts';
import type { Work } from '../shared/work.ts';
import { conflicts } from './route-quality.ts';
import { withoutIdle } from './route-search.ts';
import { inTheWay } from './route-straight.ts';
import { sideAt } from './nudge-pieces.ts';
import { sideRange, type RouteWish, type World } from './route-world.ts';

/** Steps aside that are shorter than this look like a mistake. */
const SHORT = 26;
const CLEARANCE = 5;

type Way = readonly Point[];

function hits(way: Way, obstacles: readonly Rect[]): boolean {
  return way.slice(1).some((b, i) => {
    const a = way[i] as Point;
    const box = {
      x: Math.min(a.x, b.x) - (a.x === b.x ? CLEARANCE : -1), y: Math.min(a.y, b.y) - (a.y === b.y ? CLEARANCE : -1),
      width: Math.abs(a.x - b.x) + (a.x === b.x ? 2 * CLEARANCE : -2), height: Math.abs(a.y - b.y) + (a.y === b.y ? 2 * CLEARANCE : -2),
    };
    return obstacles.some((rect) => overlaps(rect, box));
  });
}

/** Whether a way still leaves and enters its boxes within the middle of their sides. */
function keepsEnds(wish: RouteWish, way: Way): boolean {
  return ([[wish.from, way[0], way[1]], [wish.to, way.at(-1), way.at(-2)]] as const).every(([end, point, next]) => {
    if (!point || !next) return false;
    const side = sideAt(end.box, point, next);
    const range = sideRange(end.box, side);
    const at = side === 'left' || side === 'right' ? point.y : point.x;
    return at >= range.from - 0.5 && at <= range.to + 0.5;
  });
}

/** The way with a short step at `i` taken out: the piece before it, or the one after it, is moved into line. */
function straightened(way: Way, i: number): Way[] {
  const [a, b, c, d] = [way[i - 1], way[i], way[i + 1], way[i + 2]] as [Point, Point, Point, Point];
  const vertical = b.x === c.x;
  const onward = vertical ? Math.sign(b.x - a.x) === Math.sign(d.x - c.x) : Math.sign(b.y - a.y) === Math.sign(d.y - c.y);
  if (!onward) return [];
  const put = (points: readonly Point[], from: number, to: number, value: number): Point[] =>
    points.map((point, k) => (k < from || k > to ? point : vertical ? { x: point.x, y: value } : { x: value, y: point.y }));
  return [put(way, i + 1, i + 2, vertical ? b.y : b.x), put(way, i - 1, i, vertical ? c.y : c.x)].map((points) => withoutIdle(points));
}

/** The way with one of its short steps taken out, in all ways that there are. */
function withoutOneJog(way: Way): Way[] {
  return way.slice(1, -2).map((b, k) => ({ b, c: way[k + 2] as Point, i: k + 1 }))
    .filter(({ b, c }) => Math.abs(b.x - c.x) + Math.abs(b.y - c.y) < SHORT)
    .flatMap(({ i }) => straightened(way, i));
}

function conflictsWith(way: Way, others: readonly Way[]): number {
  return others.reduce((sum, other) => {
    const { crossings, shared } = conflicts(way, other);
    return sum + crossings + shared * 8;
  }, 0);
}

/** Takes out short steps aside where that hits nothing and adds no crossing. */
export function* withoutJogs(world: World, wishes: readonly RouteWish[], found: ReadonlyMap<string, Way>): Work<Map<string, Way>> {
  const ways = new Map(found);
  for (const wish of wishes) {
    yield;
    const obstacles = [...inTheWay(world, wish), ...world.titles];
    for (let tries = 0; tries < 6; tries++) {
      const way = ways.get(wish.id);
      const straighter = way ? withoutOneJog(way).filter((next) => next.length >= 2 && keepsEnds(wish, next) && !hits(next, obstacles)) : [];
      if (!way || straighter.length === 0) break;
      const others = [...ways].filter(([id]) => id !== wish.id).map(([, other]) => other);
      const now = conflictsWith(way, others);
      const better = straighter.find((next) => conflictsWith(next, others) <= now);
      if (!better) break;
      ways.set(wish.id, better);
    }
  }
  return ways;
}
