import type { Side } from '../scenario/model.ts';
import { overlaps, type Point, type Rect } from '../shared/geometry.ts';
import { lineFrom, type RouteGrid } from './route-grid.ts';
import { portsOf } from './route-lines.ts';
import { rimOf, sideRange, type RouteEnd, type World } from './route-world.ts';

/** For each px that a port is off the middle of its side. */
const OFF_CENTRE = 0.5;
const THROUGH_TITLE = 2000;

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

function portAt(world: World, grid: RouteGrid, end: RouteEnd, side: Side, at: number, obstacles: readonly Rect[]): Port[] {
  const horizontal = side === 'left' || side === 'right';
  const rim = rimOf(end.box, side);
  const { xs, ys } = grid;
  const [along, lines] = horizontal ? [xs, ys] : [ys, xs];
  const line = lineFrom(lines, at - 0.01);
  const outward = side === 'right' || side === 'bottom' ? 1 : -1;
  const index = outward === 1 ? lineFrom(along, rim + 7) : lineFrom(along, rim - 7 + 0.001) - 1;
  if (line >= lines.length || Math.abs((lines[line] as number) - at) > 0.02 || index < 0 || index >= along.length) return [];
  const to = along[index] as number;
  const [low, high] = [Math.min(rim, to), Math.max(rim, to)];
  const corridor = horizontal ? { x: low, y: at - 4, width: high - low, height: 8 } : { x: at - 4, y: low, width: 8, height: high - low };
  if (obstacles.some((rect) => overlaps(rect, corridor))) return [];
  const stretches: number[] = [];
  (horizontal ? grid.horizontal : grid.vertical).each(low, high, at - 0.5, at + 0.5, (i) => stretches.push(i));
  const titled = world.titles.some((rect) => overlaps(rect, corridor)) ? THROUGH_TITLE : 0;
  const cost = high - low + Math.abs(at - sideRange(end.box, side).centre) * OFF_CENTRE + titled;
  const vertex = horizontal ? line * xs.length + index : index * xs.length + line;
  return [{ rim: horizontal ? { x: rim, y: at } : { x: at, y: rim }, vertex, horizontal, cost, stretches }];
}

/** All ports of an end that nothing stands before; `spare`: how many there may be use for beside the one in the middle of a side. */
export function portsAround(world: World, grid: RouteGrid, end: RouteEnd, spare: number, obstacles: readonly Rect[]): Port[] {
  return end.sides.flatMap((side) => portsOf(end, side, spare).flatMap((at) => portAt(world, grid, end, side, at, obstacles)));
}
