import type { Point } from '../shared/geometry.ts';
import type { Work } from '../shared/work.ts';
import { centreX, centreY } from './rects.ts';
import { RouteGrid } from './route-grid.ts';
import { makeLines } from './route-lines.ts';
import { badness, conflicts } from './route-quality.ts';
import { RouteSearch, withoutIdle } from './route-search.ts';
import { ALL_SIDES, type RouteWish, type World } from './route-world.ts';

/** Pairs of crossing routes that are tried in another order. */
const MOST_PAIRS = 12;

/** Where everything is walled in: one corner, over whatever there is. */
function throughAll({ from, to }: RouteWish): Point[] {
  const [a, b] = [{ x: centreX(from.box), y: centreY(from.box) }, { x: centreX(to.box), y: centreY(to.box) }];
  return withoutIdle([a, { x: b.x, y: a.y }, b]);
}

/** The wish without the author's sides: better another side than through a card. */
const anySide = ({ id, from, to }: RouteWish): RouteWish => ({ id, from: { ...from, sides: ALL_SIDES }, to: { ...to, sides: ALL_SIDES } });

const away = ({ from, to }: RouteWish): number => Math.abs(centreX(from.box) - centreX(to.box)) + Math.abs(centreY(from.box) - centreY(to.box));

const same = (a: readonly Point[] = [], b: readonly Point[] = []): boolean => a.length === b.length && a.every(({ x, y }, i) => x === b[i]?.x && y === b[i]?.y);

/** Routes one after the other, each among those that are there already. */
class Router {
  private readonly search: RouteSearch;
  private readonly open: readonly RouteWish[];
  readonly found = new Map<string, readonly Point[]>();

  constructor(world: World, private readonly grid: RouteGrid, wishes: readonly RouteWish[], private readonly straight: ReadonlyMap<string, Point[]>) {
    this.search = new RouteSearch(world, grid, wishes);
    for (const points of straight.values()) grid.occupy(points, 1);
    this.open = wishes.filter((wish) => !straight.has(wish.id)).sort((a, b) => away(a) - away(b));
  }

  /** The shortest first; whichever then meets another one looks for its way again, among all others, not only among those before it. */
  *routeAll(): Work<void> {
    for (const wish of this.open) {
      yield;
      this.route(wish);
    }
    for (const wish of this.open) {
      if (!this.meetsAny(wish)) continue;
      yield;
      this.remove(wish.id);
      this.route(wish);
    }
  }

  private meetsAny({ id }: RouteWish): boolean {
    const way = this.found.get(id) as readonly Point[];
    const meets = (other: readonly Point[]): boolean => {
      const { crossings, shared } = conflicts(way, other);
      return crossings + shared > 0;
    };
    return [...this.straight.values()].some(meets) || [...this.found].some(([other, points]) => other !== id && meets(points));
  }

  /** Two routes that cross are sometimes both better when the other one is first. */
  *swapCrossing(): Work<void> {
    let tried = 0;
    for (const [i, one] of this.open.entries()) {
      for (const other of this.open.slice(i + 1)) {
        const [a, b] = [this.found.get(one.id), this.found.get(other.id)];
        if (!a || !b || tried >= MOST_PAIRS) continue;
        const { crossings, shared } = conflicts(a, b);
        if (crossings + shared === 0) continue;
        tried++;
        yield;
        this.tryBoth(one, other);
      }
    }
  }

  private tryBoth(one: RouteWish, other: RouteWish): void {
    const both = [one, other];
    const before = both.map((wish) => this.found.get(wish.id) as readonly Point[]);
    let best = { ways: before, bad: this.bad(both) };
    for (const order of [both, [other, one]]) {
      const [first, second] = order as [RouteWish, RouteWish];
      for (const wish of both) this.remove(wish.id);
      this.route(first);
      // With the first one where it was, the second one would find its old way again.
      if (same(this.found.get(first.id), before[both.indexOf(first)])) {
        this.put(second.id, before[both.indexOf(second)] as readonly Point[]);
        continue;
      }
      this.route(second);
      const bad = this.bad(both);
      if (bad < best.bad - 1) best = { ways: both.map((wish) => this.found.get(wish.id) as readonly Point[]), bad };
    }
    both.forEach((wish, i) => {
      this.remove(wish.id);
      this.put(wish.id, best.ways[i] as readonly Point[]);
    });
  }

  private bad(wishes: readonly RouteWish[]): number {
    const all = [...this.straight.values(), ...this.found.values()];
    return wishes.reduce((sum, wish) => sum + badness(this.found.get(wish.id) as readonly Point[], all), 0);
  }

  private route(wish: RouteWish): void {
    this.put(wish.id, this.search.find(wish) ?? this.search.find(anySide(wish)) ?? throughAll(wish));
  }

  private put(id: string, way: readonly Point[]): void {
    this.grid.occupy(way, 1);
    this.found.set(id, way);
  }

  private remove(id: string): void {
    const old = this.found.get(id);
    if (old) this.grid.occupy(old, -1);
    this.found.delete(id);
  }
}

/** Ways for all wishes that no straight route was found for. */
export function* searchAll(world: World, wishes: readonly RouteWish[], straight: ReadonlyMap<string, Point[]>): Work<ReadonlyMap<string, readonly Point[]>> {
  const { xs, ys } = makeLines(world, wishes, straight.values());
  yield;
  const grid = yield* RouteGrid.of(world, xs, ys);
  const router = new Router(world, grid, wishes, straight);
  yield* router.routeAll();
  yield* router.swapCrossing();
  return router.found;
}
