import type { Side } from '../scenario/model.ts';
import type { Point, Rect } from '../shared/geometry.ts';
import { bottom, right } from './rects.ts';
import { sideRange, type RouteEnd, type RouteWish, type World } from './route-world.ts';

const LANES = [20, 32, 44];
const FRAME_LANES = [12, 24, 36];
/** Lanes nearer than this to another line are left out. */
const APART = 8;
export const PORT_GAP = 16;
/** Ports on each side of the middle. */
const MOST_ASIDE = 5;
/** As far as it takes to come past a title that stands over a card. */
const PAST_TITLE = 7;
/** A title that ends so near above a card stands before its ports. */
const TITLE_NEAR = 40;

/** Whether a group's title stands over the middle of a card's top, which is the only side that a route may take. */
function underTitle({ box, sides }: RouteEnd, centre: number, titles: readonly Rect[]): boolean {
  return sides.length === 1 && titles.some((title) => title.x < centre + APART && right(title) > centre - APART && bottom(title) <= box.y && bottom(title) > box.y - TITLE_NEAR);
}

/** Where routes may leave a side: around its middle, as many as there may be use for; under a title as many as may be. */
export function portsOf(end: RouteEnd, side: Side, ends: number, titles: readonly Rect[]): number[] {
  const range = sideRange(end.box, side);
  const ports = [range.centre];
  const aside = side === 'top' && underTitle(end, range.centre, titles) ? PAST_TITLE : Math.min(MOST_ASIDE, ends < 4 ? ends : ends + 1);
  for (let k = 1; k <= aside; k++) {
    for (const at of [range.centre - k * PORT_GAP, range.centre + k * PORT_GAP]) if (at >= range.from && at <= range.to) ports.push(at);
  }
  return ports;
}

function unique(strong: number[], weak: number[], low: number, high: number): Float64Array {
  const kept = [...new Set(strong)].sort((a, b) => a - b);
  const lanes: number[] = [];
  for (const lane of weak.filter((at) => at >= low && at <= high).sort((a, b) => a - b)) {
    const last = lanes.at(-1);
    if (last === undefined || lane - last >= APART) lanes.push(lane);
  }
  let k = 0;
  const free = lanes.filter((lane) => {
    while (k < kept.length && (kept[k] as number) < lane - APART) k++;
    return k >= kept.length || (kept[k] as number) > lane + APART;
  });
  return Float64Array.from([...kept, ...free].sort((a, b) => a - b));
}

/** The lines on which routes are looked for: through the ports, along all boxes, and where straight routes run. */
export function makeLines(world: World, wishes: readonly RouteWish[], straight: Iterable<readonly Point[]>): { xs: Float64Array; ys: Float64Array } {
  const ends = new Map<string, { end: RouteEnd; count: number }>();
  for (const one of wishes.flatMap((wish) => [wish.from, wish.to])) {
    const { end, count } = ends.get(one.node) ?? { end: one, count: 0 };
    ends.set(one.node, { end: one.sides.length === 1 && one.sides[0] === 'top' ? one : end, count: count + 1 });
  }
  const strongX: number[] = [];
  const strongY: number[] = [];
  for (const { end, count } of ends.values()) {
    strongX.push(...portsOf(end, 'top', count - 1, world.titles));
    strongY.push(...portsOf(end, 'left', count - 1, world.titles));
  }
  for (const [a, b] of straight) {
    if (!a || !b) continue;
    if (a.y === b.y) strongY.push(a.y);
    else strongX.push(a.x);
  }
  const inner = [...world.inside.values()].flat();
  const weakX = [...world.cards, ...inner].flatMap(({ rect }) => LANES.flatMap((lane) => [rect.x - lane, right(rect) + lane]));
  const weakY = [...world.cards, ...inner].flatMap(({ rect }) => LANES.flatMap((lane) => [rect.y - lane, bottom(rect) + lane]));
  // The gaps between parts are narrow: their middles must not fall away.
  for (const { rect } of inner) {
    strongX.push(rect.x - 8, right(rect) + 8);
    strongY.push(rect.y - 8, bottom(rect) + 8);
  }
  for (const frame of world.frames) {
    weakX.push(...FRAME_LANES.flatMap((lane) => [frame.x - lane, frame.x + lane, right(frame) - lane, right(frame) + lane]));
    weakY.push(...FRAME_LANES.flatMap((lane) => [frame.y - lane, frame.y + lane, bottom(frame) - lane, bottom(frame) + lane]));
  }
  const { bounds } = world;
  weakX.push(bounds.x, right(bounds));
  weakY.push(bounds.y, bottom(bounds));
  return { xs: unique(strongX, weakX, bounds.x, right(bounds)), ys: unique(strongY, weakY, bounds.y, bottom(bounds)) };
}
