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
  /** Of each crossing its column and row, and of those how far they are from the box that is looked for. */
  private readonly column: Uint16Array;
  private readonly row: Uint16Array;
  private readonly awayX: Float64Array;
  private readonly awayY: Float64Array;
  private searches = 0;
  /** What the cheapest whole way so far costs, and the index of the port at its end. */
  private bound = Infinity;
  private goal = 0;
  /** What the ports at the end cost in this search. */
  private goalCosts = new Float64Array(0);
  private readonly uses = new Map<NodeId, number>();
  private readonly passages = new Map<RouteWish, Passage>();

  constructor(private readonly world: World, private readonly grid: RouteGrid, wishes: readonly RouteWish[]) {
    const [columns, rows] = [grid.xs.length, grid.ys.length];
    const vertices = columns * rows;
    this.cost = new Float64Array(vertices * 2);
    this.parent = new Int32Array(vertices * 2);
    this.mark = new Int32Array(vertices * 2);
    this.goalMark = new Int32Array(vertices);
    this.column = new Uint16Array(vertices);
    this.row = new Uint16Array(vertices);
    for (let j = 0, vertex = 0; j < rows; j++) {
      for (let i = 0; i < columns; i++, vertex++) {
        this.column[vertex] = i;
        this.row[vertex] = j;
      }
    }
    this.awayX = new Float64Array(columns);
    this.awayY = new Float64Array(rows);
    for (const end of wishes.flatMap((wish) => [wish.from, wish.to])) this.uses.set(end.node, (this.uses.get(end.node) ?? 0) + 1);
  }

  /** The cheapest way, or undefined where everything is walled in. */
  find(wish: RouteWish): Point[] | undefined {
    const passage = this.passages.get(wish) ?? passageFor(this.world, this.grid, wish, this.uses);
    this.passages.set(wish, passage);
    this.aimAt(wish.to.box);
    this.let(passage, 0);
    const way = this.search(passage);
    this.let(passage, 1);
    return way;
  }

  /** Opens what only this passage may use, or closes it again. */
  private let({ horizontal, vertical }: Passage, blocked: 0 | 1): void {
    for (const index of horizontal) this.grid.horizontal.blocked[index] = blocked;
    for (const index of vertical) this.grid.vertical.blocked[index] = blocked;
  }

  private aimAt(target: Rect): void {
    const { grid: { xs, ys }, awayX, awayY } = this;
    for (let i = 0; i < xs.length; i++) awayX[i] = Math.max(0, target.x - (xs[i] as number), (xs[i] as number) - right(target));
    for (let j = 0; j < ys.length; j++) awayY[j] = Math.max(0, target.y - (ys[j] as number), (ys[j] as number) - bottom(target));
  }

  /** What a port costs among the routes that there are now. */
  private costOf({ cost, horizontal, stretches }: Port): number {
    const { near } = horizontal ? this.grid.horizontal : this.grid.vertical;
    for (const index of stretches) if ((near[index] as number) > 0) return cost + SHARED_PORT;
    return cost;
  }

  private search(passage: Passage): Point[] | undefined {
    this.begin(passage);
    const end = this.run(passage.goals);
    const goal = passage.goals[this.goal];
    return end < 0 || !goal ? undefined : this.points(end, passage.starts, goal);
  }

  private begin({ starts, goals }: Passage): void {
    this.queue.clear();
    this.searches += 2;
    this.bound = Infinity;
    for (const port of starts) this.reach(port.vertex * 2 + (port.horizontal ? 0 : 1), this.costOf(port), -1);
    this.goalCosts = Float64Array.from(goals, (port) => this.costOf(port));
    for (const { vertex } of goals) this.goalMark[vertex] = this.searches;
  }

  /** Goes on until nothing can be cheaper than the cheapest whole way; returns the last state of that, -1 where there is none. */
  private run(goals: readonly Port[]): number {
    const { queue, mark, cost, goalMark, searches } = this;
    let best = -1;
    while (queue.size > 0 && queue.least() < this.bound) {
      const state = queue.pop();
      if (mark[state] === searches + 1) continue;
      mark[state] = searches + 1;
      const sofar = cost[state] as number;
      if (goalMark[state >> 1] === searches && this.arrive(state, sofar, goals)) best = state;
      this.expand(state, sofar);
    }
    return best;
  }

  /** Whether a state ends the cheapest whole way so far. */
  private arrive(state: number, sofar: number, goals: readonly Port[]): boolean {
    let isBest = false;
    for (let i = 0; i < goals.length; i++) {
      const { vertex, horizontal } = goals[i] as Port;
      if (vertex !== state >> 1) continue;
      const total = sofar + (this.goalCosts[i] as number) + (horizontal === ((state & 1) === 0) ? 0 : BEND);
      if (total >= this.bound) continue;
      this.bound = total;
      this.goal = i;
      isBest = true;
    }
    return isBest;
  }

  /** Enters a state if this is the cheapest way to it so far and can still lead to a better way than the best one. */
  private reach(state: number, cost: number, parent: number): void {
    const mark = this.mark[state] as number;
    if (mark === this.searches + 1 || (mark === this.searches && (this.cost[state] as number) <= cost)) return;
    const awayX = this.awayX[this.column[state >> 1] as number] as number;
    const awayY = this.awayY[this.row[state >> 1] as number] as number;
    // Whoever runs past the target has a corner before him.
    const corner = ((state & 1) === 0 ? awayY : awayX) > 0 ? BEND : 0;
    const whole = cost + (awayX + awayY + corner);
    if (whole >= this.bound) return;
    this.mark[state] = this.searches;
    this.cost[state] = cost;
    this.parent[state] = parent;
    this.queue.push(state, whole);
  }

  /** Turns, and goes on in the direction of the state to the next crossings on both sides. */
  private expand(state: number, cost: number): void {
    const vertex = state >> 1;
    this.reach(state ^ 1, cost + BEND, state);
    const upright = (state & 1) === 1;
    const { price, step, blocked } = upright ? this.grid.vertical : this.grid.horizontal;
    const { exact, step: beside } = upright ? this.grid.horizontal : this.grid.vertical;
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
      way.push({ x: xs[this.column[at >> 1] as number] as number, y: ys[this.row[at >> 1] as number] as number });
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
