import type { NodeId } from '../scenario/model.ts';
import { overlaps, type Rect } from '../shared/geometry.ts';
import { bottom, contains, inflate, right } from './rects.ts';
import { CLEARANCE, type RouteGrid } from './route-grid.ts';
import { portsAround, type Port } from './route-ports.ts';
import { inTheWay } from './route-straight.ts';
import type { RouteWish, World } from './route-world.ts';

/** Where one wish may leave, run and arrive, whatever other routes there are: worked out once, used by all its searches. */
export interface Passage {
  readonly starts: readonly Port[];
  readonly goals: readonly Port[];
  /** By the index of a stretch: 1 where a card, or a part of an own one, is in the way. */
  readonly horizontal: Uint8Array;
  readonly vertical: Uint8Array;
}

/** What a wish's own boxes take up with the room around them. */
const ownBoxes = ({ from, to }: RouteWish): Rect[] => [from, to].map((end) => inflate(end.box, end.node === end.card ? 6 : 3));

/** The passage of a wish; `uses`: how many routes end at each component. */
export function passageFor(world: World, grid: RouteGrid, wish: RouteWish, uses: ReadonlyMap<NodeId, number>): Passage {
  const obstacles = inTheWay(world, wish.from, wish.to, false);
  const solid = [...obstacles, ...ownBoxes(wish)];
  const blocked = { horizontal: grid.horizontal.owned(), vertical: grid.vertical.owned() };
  // Around its own cards a route may run where nobody else may.
  for (const [index, { node, rect }] of world.cards.entries()) {
    if (node !== wish.from.card && node !== wish.to.card) continue;
    const region = inflate(rect, CLEARANCE);
    const reach = inflate(region, 80);
    const close = solid.filter((other) => overlaps(other, reach));
    for (const horizontal of [true, false]) {
      const stretches = horizontal ? grid.horizontal : grid.vertical;
      const own = horizontal ? blocked.horizontal : blocked.vertical;
      const [low, high, first, last] = horizontal ? [region.x, right(region), region.y, bottom(region)] : [region.y, bottom(region), region.x, right(region)];
      stretches.each(low, high, first, last, (i, at, start, end) => {
        if (stretches.owner[i] !== index) return;
        const box = horizontal ? { x: start, y: at - 0.5, width: end - start, height: 1 } : { x: at - 0.5, y: start, width: 1, height: end - start };
        own[i] = (contains(reach, box) ? close : solid).some((other) => overlaps(other, box)) ? 1 : 0;
      });
    }
  }
  const spare = (node: NodeId): number => (uses.get(node) ?? 1) - 1;
  return {
    starts: portsAround(world, grid, wish.from, spare(wish.from.node), obstacles),
    goals: portsAround(world, grid, wish.to, spare(wish.to.node), obstacles), ...blocked,
  };
}
