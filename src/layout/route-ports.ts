import type { Side } from '../scenario/model.ts';
import { overlaps, type Point, type Rect } from '../shared/geometry.ts';
import { lineFrom, type RouteGrid } from './route-grid.ts';
import { portsOf } from './route-lines.ts';
import { rimOf, sideRange, type RouteEnd, type World } from './route-world.ts';

/** For each px that a port is off the middle of its side. */
const OFF_CENTRE = 0.5;
const THROUGH_TITLE = 2000;
/** A route needs so much room on each side of it where it leaves a box. */
const HALF_CORRIDOR = 4;

/** A place where a route leaves or enters a box, and the first crossing of lines outside of it. */
export interface Port {
  readonly rim: Point;
  readonly vertex: number;
  readonly horizontal: boolean;
  /** Without what other routes add. */
  readonly cost: number;
  /** The stretches of the grid that it covers. */
  readonly stretches: readonly number[];
}

/** What lies between a side of a box and the first line outside of it, the same for all ports of that side. */
interface Shore {
  readonly horizontal: boolean;
  readonly rim: number;
  /** Along the routes: from the box to that line, the lower end first; and the line's index. */
  readonly low: number;
  readonly high: number;
  readonly index: number;
  readonly centre: number;
  readonly obstacles: readonly Rect[];
  readonly titles: readonly Rect[];
}

const corridor = (horizontal: boolean, low: number, high: number, from: number, to: number): Rect =>
  horizontal ? { x: low, y: from, width: high - low, height: to - from } : { x: from, y: low, width: to - from, height: high - low };

function shoreOf(world: World, grid: RouteGrid, end: RouteEnd, side: Side, obstacles: readonly Rect[]): Shore | undefined {
  const horizontal = side === 'left' || side === 'right';
  const rim = rimOf(end.box, side);
  const along = horizontal ? grid.xs : grid.ys;
  const index = side === 'right' || side === 'bottom' ? lineFrom(along, rim + 7) : lineFrom(along, rim - 7 + 0.001) - 1;
  if (index < 0 || index >= along.length) return undefined;
  const line = along[index] as number;
  const [low, high] = [Math.min(rim, line), Math.max(rim, line)];
  const { centre, from, to } = sideRange(end.box, side);
  const whole = corridor(horizontal, low, high, from - 2 * HALF_CORRIDOR, to + 2 * HALF_CORRIDOR);
  const close = (rect: Rect): boolean => overlaps(rect, whole);
  return { horizontal, rim, low, high, index, centre, obstacles: obstacles.filter(close), titles: world.titles.filter(close) };
}

function portAt(grid: RouteGrid, shore: Shore, at: number): Port | undefined {
  const { horizontal, rim, low, high, index } = shore;
  const { xs, ys } = grid;
  const lines = horizontal ? ys : xs;
  const line = lineFrom(lines, at - 0.01);
  if (line >= lines.length || Math.abs((lines[line] as number) - at) > 0.02) return undefined;
  const way = corridor(horizontal, low, high, at - HALF_CORRIDOR, at + HALF_CORRIDOR);
  if (shore.obstacles.some((rect) => overlaps(rect, way))) return undefined;
  const stretches: number[] = [];
  (horizontal ? grid.horizontal : grid.vertical).each(low, high, at - 0.5, at + 0.5, (i) => stretches.push(i));
  const titled = shore.titles.some((rect) => overlaps(rect, way)) ? THROUGH_TITLE : 0;
  const cost = high - low + Math.abs(at - shore.centre) * OFF_CENTRE + titled;
  const vertex = horizontal ? line * xs.length + index : index * xs.length + line;
  return { rim: horizontal ? { x: rim, y: at } : { x: at, y: rim }, vertex, horizontal, cost, stretches };
}

/** All ports of an end that nothing stands before; `spare`: how many there may be use for beside the one in the middle of a side. */
export function portsAround(world: World, grid: RouteGrid, end: RouteEnd, spare: number, obstacles: readonly Rect[]): Port[] {
  return end.sides.flatMap((side) => {
    const shore = shoreOf(world, grid, end, side, obstacles);
    if (!shore) return [];
    return portsOf(end, side, spare, world.titles).map((at) => portAt(grid, shore, at)).filter((port) => port !== undefined);
  });
}
