import type { EdgeId } from '../scenario/model.ts';
import type { Point } from '../shared/geometry.ts';
import type { Work } from '../shared/work.ts';
import { nudgeRoutes } from './nudge.ts';
import { centreX } from './rects.ts';
import { searchAll } from './route-all.ts';
import { conflicts } from './route-quality.ts';
import { withoutJogs } from './route-jogs.ts';
import { withoutIdle } from './route-search.ts';
import { straightRoutes } from './route-straight.ts';
import { rimOf, type RouteWish, type World } from './route-world.ts';
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

/** Pieces that a way shares with any other. */
function sharedBy(way: readonly Point[], id: string, ways: ReadonlyMap<string, readonly Point[]>): number {
  let sum = 0;
  for (const [other, points] of ways) if (other !== id) sum += conflicts(way, points).shared;
  return sum;
}

/** Whether any two ways share a piece. */
function* anyShared(ways: readonly (readonly Point[])[]): Work<boolean> {
  for (const [i, way] of ways.entries()) {
    yield;
    for (let j = i + 1; j < ways.length; j++) if (conflicts(way, ways[j] as readonly Point[]).shared > 0) return true;
  }
  return false;
}

/** Where making ways even brought two onto each other, one or both of them go back to where they were found. */
function* apart(even: ReadonlyMap<string, readonly Point[]>, found: ReadonlyMap<string, readonly Point[]>): Work<ReadonlyMap<string, readonly Point[]>> {
  if (!(yield* anyShared([...even.values()]))) return even;
  const ways = new Map(even);
  const sharing = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + sharedBy(ways.get(id) as readonly Point[], id, ways), 0);
  for (const id of even.keys()) {
    yield;
    if (sharing([id]) === 0) continue;
    const others = [...even.keys()].filter((other) => other !== id && conflicts(ways.get(id) as readonly Point[], ways.get(other) as readonly Point[]).shared > 0);
    // Where the found ways meet others that were moved, those go back with them.
    const met = [...even.keys()].filter((other) => [id, ...others].some((one) => one !== other && conflicts(found.get(one) as readonly Point[], ways.get(other) as readonly Point[]).shared > 0));
    const all = [...new Set([id, ...others, ...met])];
    for (const back of [[id], ...others.map((other) => [other]), ...others.map((other) => [id, other]), all]) {
      const before = sharing(all);
      const kept = back.map((one) => ways.get(one) as readonly Point[]);
      for (const one of back) ways.set(one, found.get(one) as readonly Point[]);
      if (sharing(all) < before) break;
      back.forEach((one, i) => ways.set(one, kept[i] as readonly Point[]));
    }
  }
  return ways;
}

/** The ways of all edges, around all boxes, in lanes of their own. */
export function* findRoutes(world: World, wishes: readonly RouteWish[]): Work<Map<EdgeId, Route>> {
  const ways = new Map<string, readonly Point[]>();
  for (const wish of wishes) {
    const way = inward(wish);
    if (way) ways.set(wish.id, way);
  }
  const outward = wishes.filter((wish) => !ways.has(wish.id) && wish.from.node !== wish.to.node);
  const straight = straightRoutes(world, outward);
  yield;
  const found = new Map([...straight, ...(yield* searchAll(world, outward, straight))]);
  const nudged = yield* nudgeRoutes(world, outward, found);
  const even = new Map([...nudged].map(([id, way]) => [id, withoutIdle(way)]));
  const separate = yield* apart(even, found);
  for (const [id, way] of yield* withoutJogs(world, outward, separate)) ways.set(id, way);
  return new Map(wishes.flatMap(({ id }): [EdgeId, Route][] => {
    const points = ways.get(id);
    return points ? [[id as EdgeId, { points, length: lengthOf(points) }]] : [];
  }));
}
