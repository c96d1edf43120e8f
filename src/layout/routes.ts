import type { EdgeId } from '../scenario/model.ts';
import type { Point } from '../shared/geometry.ts';
import { nudgeRoutes } from './nudge.ts';
import { centreX, centreY } from './rects.ts';
import { RouteGrid } from './route-grid.ts';
import { makeLines } from './route-lines.ts';
import { RouteSearch, withoutIdle } from './route-search.ts';
import { straightRoutes } from './route-straight.ts';
import { ALL_SIDES, rimOf, type RouteWish, type World } from './route-world.ts';
import type { Route } from './types.ts';

/** The length of a way. */
export function lengthOf(points: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    sum += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  }
  return sum;
}

/** From a component to its own part, or back: a short line between the card's top and the part. */
function inward(wish: RouteWish): Point[] | undefined {
  const { from, to } = wish;
  const part = to.card === from.node && to.node !== to.card ? to : from.card === to.node && from.node !== from.card ? from : undefined;
  if (!part) return undefined;
  const card = part === to ? from : to;
  const x = centreX(part.box);
  const way = [{ x, y: rimOf(card.box, 'top') }, { x, y: part.box.y }];
  return part === to ? way : way.reverse();
}

/** Where everything is walled in: one corner, over whatever there is. */
function throughAll({ from, to }: RouteWish): Point[] {
  const [a, b] = [{ x: centreX(from.box), y: centreY(from.box) }, { x: centreX(to.box), y: centreY(to.box) }];
  return withoutIdle([a, { x: b.x, y: a.y }, b]);
}

/** The wish without the author's sides: better another side than through a card. */
const anySide = ({ id, from, to }: RouteWish): RouteWish => ({ id, from: { ...from, sides: ALL_SIDES }, to: { ...to, sides: ALL_SIDES } });

function searchAll(world: World, wishes: readonly RouteWish[], straight: ReadonlyMap<string, Point[]>): Map<string, Point[]> {
  const { xs, ys } = makeLines(world, wishes, straight.values());
  const grid = new RouteGrid(xs, ys, world);
  const search = new RouteSearch(world, grid, wishes);
  for (const points of straight.values()) grid.occupy(points, 1);
  const away = ({ from, to }: RouteWish): number => Math.abs(centreX(from.box) - centreX(to.box)) + Math.abs(centreY(from.box) - centreY(to.box));
  const open = wishes.filter((wish) => !straight.has(wish.id)).sort((a, b) => away(a) - away(b));
  const found = new Map<string, Point[]>();
  // The second time round each finds its way among all others, not only among those before it.
  for (let round = 0; round < 2; round++) {
    for (const wish of open) {
      const old = found.get(wish.id);
      if (old) grid.occupy(old, -1);
      const way = search.find(wish) ?? search.find(anySide(wish)) ?? old ?? throughAll(wish);
      grid.occupy(way, 1);
      found.set(wish.id, way);
    }
  }
  return found;
}

/** The ways of all edges, around all boxes, in lanes of their own. */
export function findRoutes(world: World, wishes: readonly RouteWish[]): Map<EdgeId, Route> {
  const ways = new Map<string, readonly Point[]>();
  for (const wish of wishes) {
    const way = inward(wish);
    if (way) ways.set(wish.id, way);
  }
  const outward = wishes.filter((wish) => !ways.has(wish.id) && wish.from.node !== wish.to.node);
  const straight = straightRoutes(world, outward);
  const found = new Map([...straight, ...searchAll(world, outward, straight)]);
  for (const [id, way] of nudgeRoutes(world, outward, found)) ways.set(id, withoutIdle(way));
  return new Map(wishes.flatMap(({ id }): [EdgeId, Route][] => {
    const points = ways.get(id);
    return points ? [[id as EdgeId, { points, length: lengthOf(points) }]] : [];
  }));
}
