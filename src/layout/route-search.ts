import type { NodeId, Side } from '../scenario/model.ts';
import type { Point, Rect } from '../shared/geometry.ts';
import { Heap } from './heap.ts';
import { bottom, inflate, overlaps, right } from './rects.ts';
import { FREE, lineFrom, type RouteGrid } from './route-grid.ts';
import { portsOf } from './route-lines.ts';
import { inTheWay } from './route-straight.ts';
import { rimOf, sideRange, type RouteEnd, type RouteWish, type World } from './route-world.ts';

const BEND = 44;
const CROSSING = 60;
const SHARED = 400;
const SHARED_PER_PX = 6;
/** For each px that a port is off the middle of its side. */
const OFF_CENTRE = 0.5;
const THROUGH_TITLE = 2000;

/** A place where a route leaves or enters a box, and the first crossing of lines outside of it. */
interface Port {
  readonly rim: Point;
  readonly vertex: number;
  readonly horizontal: boolean;
  readonly cost: number;
}

/** Finds one route after the other through a grid; what is committed is avoided by later ones. */
export class RouteSearch {
  private readonly heap = new Heap();
  private readonly cost: Float64Array;
  private readonly parent: Int32Array;
  private readonly round: Int32Array;
  private readonly closed: Int32Array;
  private readonly goalRound: Int32Array;
  private searches = 0;
  private readonly indexOf: ReadonlyMap<NodeId, number>;
  private readonly ends = new Map<string, number>();

  constructor(private readonly world: World, private readonly grid: RouteGrid, wishes: readonly RouteWish[]) {
    const states = grid.xs.length * grid.ys.length * 2;
    this.cost = new Float64Array(states);
    this.parent = new Int32Array(states);
    this.round = new Int32Array(states);
    this.closed = new Int32Array(states);
    this.goalRound = new Int32Array(states / 2);
    this.indexOf = new Map(world.cards.map((card, i) => [card.node, i]));
    for (const end of wishes.flatMap((wish) => [wish.from, wish.to])) this.ends.set(end.node, (this.ends.get(end.node) ?? 0) + 1);
  }

  /** The cheapest way, or undefined where everything is walled in. */
  find(wish: RouteWish): Point[] | undefined {
    const obstacles = inTheWay(this.world, wish.from, wish.to, false);
    const starts = this.ports(wish.from, obstacles);
    const goals = this.ports(wish.to, obstacles);
    const own = [this.indexOf.get(wish.from.card), this.indexOf.get(wish.to.card)];
    const blocked = (owner: number, rect: Rect): boolean => {
      if (owner === FREE) return false;
      if (owner !== own[0] && owner !== own[1]) return true;
      return obstacles.some((obstacle) => overlaps(obstacle, rect)) || this.throughEnd(wish, rect);
    };
    return this.search(starts, goals, wish.to.box, blocked);
  }

  /** Whether a stretch runs through one of its own boxes. */
  private throughEnd(wish: RouteWish, rect: Rect): boolean {
    return [wish.from, wish.to].some((end) => overlaps(inflate(end.box, end.node === end.card ? 6 : 3), rect));
  }

  private ports(end: RouteEnd, obstacles: readonly Rect[]): Port[] {
    return end.sides.flatMap((side) => portsOf(end, side, (this.ends.get(end.node) ?? 1) - 1).flatMap((at) => this.port(end, side, at, obstacles)));
  }

  private port(end: RouteEnd, side: Side, at: number, obstacles: readonly Rect[]): Port[] {
    const horizontal = side === 'left' || side === 'right';
    const rim = rimOf(end.box, side);
    const { xs, ys } = this.grid;
    const [along, lines] = horizontal ? [xs, ys] : [ys, xs];
    const line = lineFrom(lines, at - 0.01);
    const outward = side === 'right' || side === 'bottom' ? 1 : -1;
    const index = outward === 1 ? lineFrom(along, rim + 7) : lineFrom(along, rim - 7 + 0.001) - 1;
    if (line >= lines.length || Math.abs((lines[line] as number) - at) > 0.02 || index < 0 || index >= along.length) return [];
    const to = along[index] as number;
    const [low, high] = [Math.min(rim, to), Math.max(rim, to)];
    const corridor = horizontal ? { x: low, y: at - 4, width: high - low, height: 8 } : { x: at - 4, y: low, width: 8, height: high - low };
    if (obstacles.some((rect) => overlaps(rect, corridor))) return [];
    const stretches = horizontal ? this.grid.horizontal : this.grid.vertical;
    let near = 0;
    stretches.each(low, high, at - 0.5, at + 0.5, (i) => (near = Math.max(near, stretches.near[i] as number)));
    const titled = this.world.titles.some((rect) => overlaps(rect, corridor)) ? THROUGH_TITLE : 0;
    const shared = near > 0 ? SHARED + SHARED_PER_PX * (high - low) : 0;
    const cost = high - low + Math.abs(at - sideRange(end.box, side).centre) * OFF_CENTRE + shared + titled;
    const vertex = horizontal ? line * xs.length + index : index * xs.length + line;
    return [{ rim: horizontal ? { x: rim, y: at } : { x: at, y: rim }, vertex, horizontal, cost }];
  }

  private search(starts: readonly Port[], goals: readonly Port[], target: Rect, blocked: (owner: number, rect: Rect) => boolean): Point[] | undefined {
    this.heap.clear();
    this.searches++;
    for (const port of starts) this.reach(port.vertex * 2 + (port.horizontal ? 0 : 1), port.cost, -1, target);
    for (const goal of goals) this.goalRound[goal.vertex] = this.searches;
    let best: { cost: number; state: number; goal: Port } | undefined;
    while (this.heap.size > 0) {
      const state = this.heap.pop();
      if (this.closed[state] === this.searches) continue;
      this.closed[state] = this.searches;
      const cost = this.cost[state] as number;
      if (best && cost >= best.cost) break;
      if (this.goalRound[state >> 1] === this.searches) for (const goal of goals) {
        if (goal.vertex !== state >> 1) continue;
        const total = cost + goal.cost + (goal.horizontal === ((state & 1) === 0) ? 0 : BEND);
        if (!best || total < best.cost) best = { cost: total, state, goal };
      }
      this.expand(state, cost, target, blocked);
    }
    return best && this.points(best.state, starts, best.goal);
  }

  /** Enters a state if this is the cheapest way to it so far. */
  private reach(state: number, cost: number, parent: number, target: Rect): void {
    if (this.closed[state] === this.searches || (this.round[state] === this.searches && (this.cost[state] as number) <= cost)) return;
    this.round[state] = this.searches;
    this.cost[state] = cost;
    this.parent[state] = parent;
    const { xs, ys } = this.grid;
    const vertex = state >> 1;
    const x = xs[vertex % xs.length] as number;
    const y = ys[Math.floor(vertex / xs.length)] as number;
    const awayX = Math.max(0, target.x - x, x - right(target));
    const awayY = Math.max(0, target.y - y, y - bottom(target));
    // Whoever runs past the target has a corner before him.
    const corner = ((state & 1) === 0 ? awayY : awayX) > 0 ? BEND : 0;
    this.heap.push(state, cost + awayX + awayY + corner);
  }

  private expand(state: number, cost: number, target: Rect, blocked: (owner: number, rect: Rect) => boolean): void {
    this.reach(state ^ 1, cost + BEND, state, target);
    this.step(state, cost, -1, target, blocked);
    this.step(state, cost, 1, target, blocked);
  }

  /** Goes on in the direction of the state to the next crossing of lines. */
  private step(state: number, cost: number, by: -1 | 1, target: Rect, blocked: (owner: number, rect: Rect) => boolean): void {
    const columns = this.grid.xs.length;
    const horizontal = (state & 1) === 0;
    const vertex = state >> 1;
    const stretches = horizontal ? this.grid.horizontal : this.grid.vertical;
    const across = horizontal ? this.grid.vertical : this.grid.horizontal;
    const column = vertex % columns;
    const row = (vertex - column) / columns;
    const at = horizontal ? column : row;
    const line = horizontal ? row : column;
    const next = at + by;
    const along = stretches.along;
    if (next < 0 || next >= along.length) return;
    const first = by === 1 ? at : next;
    const index = line * along.length + first;
    const owner = stretches.owner[index] as number;
    const from = along[first] as number;
    const length = (along[first + 1] as number) - from;
    if (owner !== FREE) {
      const side = (stretches.lines[line] as number) - 0.5;
      if (blocked(owner, horizontal ? { x: from, y: side, width: length, height: 1 } : { x: side, y: from, width: 1, height: length })) return;
    }
    let total = cost + length * (stretches.factor[index] as number);
    if ((stretches.near[index] as number) > 0) total += SHARED + SHARED_PER_PX * length;
    // A crossing is paid at the vertex that is entered: something else passes it straight across.
    const beside = next * stretches.lines.length + line;
    if (line > 0 && (across.exact[beside] as number) > 0 && (across.exact[beside - 1] as number) > 0) total += CROSSING;
    const entered = horizontal ? row * columns + next : next * columns + column;
    this.reach(entered * 2 + (horizontal ? 0 : 1), total, state, target);
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
    const start = starts.filter((port) => port.vertex === first >> 1 && port.horizontal === ((first & 1) === 0)).sort((a, b) => a.cost - b.cost)[0];
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
