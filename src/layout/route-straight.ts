import type { Side } from '../scenario/model.ts';
import { inflate, overlaps, type Point, type Rect } from '../shared/geometry.ts';
import { bottom, right } from './rects.ts';
import { rimOf, sideRange, type Obstacle, type RouteEnd, type RouteWish, type World } from './route-world.ts';

/** Two neighbouring lines keep this distance. */
export const LANE = 24;
const LEAST_LANE = 12;
const CLEARANCE = 8;

interface Facing {
  readonly fromSide: Side;
  readonly toSide: Side;
  readonly horizontal: boolean;
}

/** The sides with which one box looks at the other, if they stand beside or below each other. */
function facing(a: Rect, b: Rect): Facing | undefined {
  if (right(a) <= b.x) return { fromSide: 'right', toSide: 'left', horizontal: true };
  if (right(b) <= a.x) return { fromSide: 'left', toSide: 'right', horizontal: true };
  if (bottom(a) <= b.y) return { fromSide: 'bottom', toSide: 'top', horizontal: false };
  if (bottom(b) <= a.y) return { fromSide: 'top', toSide: 'bottom', horizontal: false };
  return undefined;
}

/** What is in the way inside the cards that a route ends in: titles and parts of those it goes into, the others as wholes. */
export function insideOf(world: World, from: RouteEnd, to: RouteEnd): Rect[] {
  const inner = [from, to].filter((end) => end.node !== end.card).flatMap((end): readonly Obstacle[] => world.inside.get(end.card) ?? []);
  const whole = [from, to].filter((end) => end.node === end.card && !inner.some((obstacle) => obstacle.node === end.card));
  return [
    ...inner.filter((obstacle) => obstacle.node !== from.node && obstacle.node !== to.node).map((obstacle) => obstacle.rect),
    ...whole.map((end) => inflate(end.box, -1)),
  ];
}

const known = new WeakMap<RouteWish, Rect[]>();

/** What is in the way of a route: other cards, and the insides of cards that it ends in. Worked out once for each wish. */
export function inTheWay(world: World, wish: RouteWish): readonly Rect[] {
  let found = known.get(wish);
  if (!found) known.set(wish, (found = obstaclesOf(world, wish)));
  return found;
}

function obstaclesOf(world: World, { from, to }: RouteWish): Rect[] {
  const cards = world.cards.filter(({ node }) => node !== from.card && node !== to.card);
  return [...cards.map(({ rect }) => rect), ...insideOf(world, from, to)];
}

interface Straight {
  readonly facing: Facing;
  /** Positions across the line between which it may run. */
  readonly low: number;
  readonly high: number;
  readonly best: number;
}

function straightOf(wish: RouteWish): Straight | undefined {
  const { from, to } = wish;
  const look = facing(from.box, to.box);
  if (!look || !from.sides.includes(look.fromSide) || !to.sides.includes(look.toSide)) return undefined;
  const a = sideRange(from.box, look.fromSide);
  const b = sideRange(to.box, look.toSide);
  const low = Math.max(a.from, b.from);
  const high = Math.min(a.to, b.to);
  if (low > high) return undefined;
  const smaller = a.to - a.from <= b.to - b.from ? a.centre : b.centre;
  return { facing: look, low, high, best: Math.min(high, Math.max(low, smaller)) };
}

/** Lines that are taken, so that no second one comes too near: position across, and the stretch along. */
interface Taken { readonly horizontal: boolean; readonly at: number; readonly low: number; readonly high: number }

function place(world: World, wish: RouteWish, straight: Straight, wanted: number, taken: readonly Taken[]): { points: Point[]; taken: Taken } | undefined {
  const { horizontal, fromSide, toSide } = straight.facing;
  const start = rimOf(wish.from.box, fromSide);
  const end = rimOf(wish.to.box, toSide);
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const obstacles = [...inTheWay(world, wish), ...world.titles];
  const free = (at: number): boolean => {
    const corridor = horizontal
      ? { x: low + 1, y: at - CLEARANCE, width: high - low - 2, height: 2 * CLEARANCE }
      : { x: at - CLEARANCE, y: low + 1, width: 2 * CLEARANCE, height: high - low - 2 };
    return !obstacles.some((rect) => overlaps(rect, corridor))
      && !taken.some((line) => line.horizontal === horizontal && Math.abs(line.at - at) < LEAST_LANE && line.low < high && low < line.high);
  };
  const tries = [wanted, straight.best, straight.low, straight.high].filter((at) => at >= straight.low && at <= straight.high);
  const at = tries.find(free);
  if (at === undefined) return undefined;
  const points = horizontal ? [{ x: start, y: at }, { x: end, y: at }] : [{ x: at, y: start }, { x: at, y: end }];
  return { points, taken: { horizontal, at, low, high } };
}

/** Straight routes for all that can have one: between boxes that face each other with nothing in between. Several between the same two run in lanes. */
export function straightRoutes(world: World, wishes: readonly RouteWish[]): Map<string, Point[]> {
  const bundles = new Map<string, { wish: RouteWish; straight: Straight }[]>();
  for (const wish of wishes) {
    const straight = straightOf(wish);
    if (!straight) continue;
    const key = [wish.from.node, wish.to.node].sort().join(' ');
    bundles.set(key, [...(bundles.get(key) ?? []), { wish, straight }]);
  }
  const routes = new Map<string, Point[]>();
  const taken: Taken[] = [];
  const length = ({ from, to }: RouteWish): number => Math.abs(from.box.x - to.box.x) + Math.abs(from.box.y - to.box.y);
  const nearest = [...bundles.values()].sort((a, b) => length(a[0]!.wish) - length(b[0]!.wish));
  for (const bundle of nearest) {
    bundle.forEach(({ wish, straight }, i) => {
      const gap = Math.min(LANE, (straight.high - straight.low) / Math.max(1, bundle.length - 1));
      const spread = (bundle.length - 1) * gap;
      const first = Math.min(straight.high - spread, Math.max(straight.low, straight.best - spread / 2));
      const placed = place(world, wish, straight, first + i * gap, taken);
      if (!placed) return;
      routes.set(wish.id, placed.points);
      taken.push(placed.taken);
    });
  }
  return routes;
}
