import type { NodeId } from '../scenario/model.ts';
import type { Point, Rect } from '../shared/geometry.ts';
import { Buckets } from './buckets.ts';
import { bottom, right } from './rects.ts';
import type { RouteGrid } from './route-grid.ts';
import { passageFor, type Passage } from './route-passage.ts';
import type { Port } from './route-ports.ts';
import type { RouteWish, World } from './route-world.ts';

const BEND = 44;
const CROSSING = 60;
/** Two routes at one port look like one: worse than a way through a title. */
const SHARED_PORT = 6000;

/**
 * Finds one route after the other through a grid; what is committed is avoided by later ones. A state is a crossing of lines and the direction
 * in which it is passed: `2 * vertex`, and 1 more for a vertical one.
 */
export class RouteSearch {
  private readonly queue = new Buckets();
  private readonly cost: Float64Array;
  private readonly parent: Int32Array;
  /** Twice the number of the search that came to a state last; 1 more where it is done with it. */
  private readonly mark: Int32Array;
  private readonly goalMark: Int32Array;
  /** What the way from a state to the box that is looked for costs at least. */
  private rest: Float64Array = new Float64Array(0);
  private readonly rests = new Map<Rect, Float64Array>();
  private searches = 0;
  /** The cheapest whole way so far. */
  private bound = Infinity;
  private readonly uses = new Map<NodeId, number>();
  private readonly passages = new Map<RouteWish, Passage>();

  constructor(private readonly world: World, private readonly grid: RouteGrid, wishes: readonly RouteWish[]) {
    const vertices = grid.xs.length * grid.ys.length;
    this.cost = new Float64Array(vertices * 2);
    this.parent = new Int32Array(vertices * 2);
    this.mark = new Int32Array(vertices * 2);
    this.goalMark = new Int32Array(vertices);
    for (const end of wishes.flatMap((wish) => [wish.from, wish.to])) this.uses.set(end.node, (this.uses.get(end.node) ?? 0) + 1);
  }

  /** The cheapest way, or undefined where everything is walled in. */
  find(wish: RouteWish): Point[] | undefined {
    const passage = this.passages.get(wish) ?? passageFor(this.world, this.grid, wish, this.uses);
    this.passages.set(wish, passage);
    this.rest = this.rests.get(wish.to.box) ?? this.measure(wish.to.box);
    this.rests.set(wish.to.box, this.rest);
    return this.search(passage);
  }

  private measure(target: Rect): Float64Array {
    const { xs, ys } = this.grid;
    const rest = new Float64Array(xs.length * ys.length * 2);
    for (let j = 0, state = 0; j < ys.length; j++) {
      const y = ys[j] as number;
      const awayY = Math.max(0, target.y - y, y - bottom(target));
      for (let i = 0; i < xs.length; i++, state += 2) {
        const x = xs[i] as number;
        const awayX = Math.max(0, target.x - x, x - right(target));
        // Whoever runs past the target has a corner before him.
        rest[state] = awayX + awayY + (awayY > 0 ? BEND : 0);
        rest[state + 1] = awayX + awayY + (awayX > 0 ? BEND : 0);
      }
    }
    return rest;
  }

  /** What a port costs among the routes that there are now. */
  private costOf({ cost, horizontal, stretches }: Port): number {
    const { near } = horizontal ? this.grid.horizontal : this.grid.vertical;
    return stretches.some((index) => (near[index] as number) > 0) ? cost + SHARED_PORT : cost;
  }

  private search(passage: Passage): Point[] | undefined {
    const { queue, mark, cost } = this;
    queue.clear();
    this.searches += 2;
    this.bound = Infinity;
    for (const port of passage.starts) this.reach(port.vertex * 2 + (port.horizontal ? 0 : 1), this.costOf(port), -1);
    const goals = passage.goals.map((port) => ({ port, cost: this.costOf(port) }));
    for (const { port } of goals) this.goalMark[port.vertex] = this.searches;
    let best: { state: number; goal: Port } | undefined;
    while (queue.size > 0 && queue.least() < this.bound) {
      const state = queue.pop();
      if (mark[state] === this.searches + 1) continue;
      mark[state] = this.searches + 1;
      const sofar = cost[state] as number;
      if (this.goalMark[state >> 1] === this.searches) {
        for (const goal of goals) {
          if (goal.port.vertex !== state >> 1) continue;
          const total = sofar + goal.cost + (goal.port.horizontal === ((state & 1) === 0) ? 0 : BEND);
          if (total >= this.bound) continue;
          this.bound = total;
          best = { state, goal: goal.port };
        }
      }
      this.expand(state, sofar, passage);
    }
    return best && this.points(best.state, passage.starts, best.goal);
  }

  /** Enters a state if this is the cheapest way to it so far and can still lead to a better way than the best one. */
  private reach(state: number, cost: number, parent: number): void {
    const mark = this.mark[state] as number;
    if (mark === this.searches + 1 || (mark === this.searches && (this.cost[state] as number) <= cost)) return;
    const whole = cost + (this.rest[state] as number);
    if (whole >= this.bound) return;
    this.mark[state] = this.searches;
    this.cost[state] = cost;
    this.parent[state] = parent;
    this.queue.push(state, whole);
  }

  /** Turns, and goes on in the direction of the state to the next crossings on both sides. */
  private expand(state: number, cost: number, passage: Passage): void {
    const vertex = state >> 1;
    this.reach(state ^ 1, cost + BEND, state);
    const upright = (state & 1) === 1;
    const { price, step } = upright ? this.grid.vertical : this.grid.horizontal;
    const { exact, step: beside } = upright ? this.grid.horizontal : this.grid.vertical;
    const blocked = upright ? passage.vertical : passage.horizontal;
    for (let by = -step; by <= step; by += 2 * step) {
      const stretch = by < 0 ? vertex + by : vertex;
      if (blocked[stretch] !== 0) continue;
      const next = vertex + by;
      // A crossing is paid where it is entered: something else passes it straight across.
      const crossed = (exact[next] as number) > 0 && (exact[next - beside] as number) > 0;
      this.reach(state + 2 * by, cost + (price[stretch] as number) + (crossed ? CROSSING : 0), state);
    }
  }

  private points(state: number, starts: readonly Port[], goal: Port): Point[] {
    const { xs, ys } = this.grid;
    const way: Point[] = [goal.rim];
    let first = state;
    for (let at = state; at !== -1; at = this.parent[at] as number) {
      const vertex = at >> 1;
      way.push({ x: xs[vertex % xs.length] as number, y: ys[Math.floor(vertex / xs.length)] as number });
      first = at;
    }
    const begin = starts.filter((port) => port.vertex === first >> 1 && port.horizontal === ((first & 1) === 0));
    const start = begin.sort((a, b) => this.costOf(a) - this.costOf(b))[0];
    if (start) way.push(start.rim);
    return withoutIdle(way.reverse());
  }
}

/** The corners of a way: points between two others on one line and doubled ones fall away. */
export function withoutIdle(way: readonly Point[]): Point[] {
  const points: Point[] = [];
  for (const point of way) {
    const [before, last] = [points.at(-2), points.at(-1)];
    if (last && last.x === point.x && last.y === point.y) continue;
    if (before && last && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))) points.pop();
    points.push(point);
  }
  return points;
}
