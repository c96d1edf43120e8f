import type { NodeId } from '../scenario/model.ts';
import { inflate, overlaps, type Rect } from '../shared/geometry.ts';
import { bottom, right } from './rects.ts';
import { CLEARANCE, type RouteGrid } from './route-grid.ts';
import { portsAround, type Port } from './route-ports.ts';
import { insideOf, inTheWay } from './route-straight.ts';
import type { RouteWish, World } from './route-world.ts';

/** Where one wish may leave, run and arrive, whatever other routes there are: worked out once, used by all its searches. */
export interface Passage {
  readonly starts: readonly Port[];
  readonly goals: readonly Port[];
  /** Stretches around its own cards that this route may use although they are owned. */
  readonly horizontal: readonly number[];
  readonly vertical: readonly number[];
}

/** What a wish's own boxes take up with the room around them. */
const ownBoxes = ({ from, to }: RouteWish): Rect[] => [from, to].map((end) => inflate(end.box, end.node === end.card ? 6 : 3));

/** Stretches that only a card of the wish owns and on which nothing of it stands. Where another card is near, both own them. */
function ownStretches(grid: RouteGrid, region: Rect, index: number, solid: readonly Rect[], horizontal: boolean): number[] {
  const stretches = horizontal ? grid.horizontal : grid.vertical;
  const [low, high, first, last] = horizontal ? [region.x, right(region), region.y, bottom(region)] : [region.y, bottom(region), region.x, right(region)];
  const free: number[] = [];
  stretches.each(low, high, first, last, (i, at, start, end) => {
    if (stretches.owner[i] !== index) return;
    const box = horizontal ? { x: start, y: at - 0.5, width: end - start, height: 1 } : { x: at - 0.5, y: start, width: 1, height: end - start };
    if (!solid.some((other) => overlaps(other, box))) free.push(i);
  });
  return free;
}

/** The passage of a wish; `uses`: how many routes end at each component. */
export function passageFor(world: World, grid: RouteGrid, wish: RouteWish, uses: ReadonlyMap<NodeId, number>): Passage {
  const solid = [...insideOf(world, wish.from, wish.to), ...ownBoxes(wish)];
  const own: { horizontal: number[]; vertical: number[] } = { horizontal: [], vertical: [] };
  // Around its own cards a route may run where nobody else may.
  for (const [index, { node, rect }] of world.cards.entries()) {
    if (node !== wish.from.card && node !== wish.to.card) continue;
    const region = inflate(rect, CLEARANCE);
    own.horizontal.push(...ownStretches(grid, region, index, solid, true));
    own.vertical.push(...ownStretches(grid, region, index, solid, false));
  }
  const obstacles = inTheWay(world, wish);
  const spare = (node: NodeId): number => (uses.get(node) ?? 1) - 1;
  return {
    starts: portsAround(world, grid, wish.from, spare(wish.from.node), obstacles),
    goals: portsAround(world, grid, wish.to, spare(wish.to.node), obstacles), ...own,
  };
}
