import type { Architecture, NodeId, Side } from '../scenario/model.ts';
import { around, inflate, type Rect } from '../shared/geometry.ts';
import type { Boxes } from './boxes.ts';
import { HEAD_HEIGHT } from './card-text.ts';
import { bottom, centreX, centreY, right } from './rects.ts';

/** What a route must not pass: a card or a tag, or, for routes that end inside a card, that card's title and parts. */
export interface Obstacle {
  readonly node: NodeId;
  readonly rect: Rect;
}

/** Where a route ends: at the rim of `box`, which stands in (or is) the card `card`. */
export interface RouteEnd {
  readonly node: NodeId;
  readonly card: NodeId;
  readonly box: Rect;
  readonly sides: readonly Side[];
}

export interface RouteWish {
  readonly id: string;
  readonly from: RouteEnd;
  readonly to: RouteEnd;
}

/** Everything that routing has to know of the boxes. */
export interface World {
  readonly bounds: Rect;
  readonly cards: readonly Obstacle[];
  /** Titles of groups. */
  readonly titles: readonly Rect[];
  readonly frames: readonly Rect[];
  /** Of cards with parts: what is in the way inside them. */
  readonly inside: ReadonlyMap<NodeId, readonly Obstacle[]>;
}

/** Room outside of all boxes in which routes may run. */
export const ROUTE_MARGIN = 40;
export const ALL_SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** A box as nothing but a rectangle: millions of comparisons are several times faster where all of them are made alike. */
const bare = ({ x, y, width, height }: Rect): Rect => ({ x, y, width, height });

/** The world of the routes of a map. */
export function makeWorld(architecture: Architecture, boxes: Boxes): World {
  const cards: Obstacle[] = [];
  const inside = new Map<NodeId, Obstacle[]>();
  for (const [id, box] of boxes.nodes) {
    if (box.shape === 'part') continue;
    cards.push({ node: id, rect: bare(box) });
    if (!box.inner) continue;
    const head = { node: id, rect: { x: box.x, y: box.y, width: box.width, height: Math.min(HEAD_HEIGHT - 8, box.height) } };
    const parts = (architecture.nodes.get(id)?.parts ?? []).flatMap((part) => {
      const rect = boxes.nodes.get(part);
      return rect ? [{ node: part, rect: bare(rect) }] : [];
    });
    inside.set(id, [head, ...parts]);
  }
  const groups = [...boxes.groups.values()];
  const frames = groups.map(bare);
  const all = around([...boxes.nodes.values(), ...frames]) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { bounds: inflate(all, ROUTE_MARGIN - 8), cards, titles: groups.map((group) => inflate(group.titleBox, 6, 4)), frames, inside };
}

/** A route's end at a node, at the sides that are allowed; undefined for a node without a box. */
export function routeEnd(architecture: Architecture, boxes: Boxes, node: NodeId, side: Side | undefined): RouteEnd | undefined {
  const box = boxes.nodes.get(node);
  if (!box) return undefined;
  return { node, card: architecture.nodes.get(node)?.parent ?? node, box: bare(box), sides: side ? [side] : ALL_SIDES };
}

/** The stretch of a side in which a route may leave it: the middle, free of the round corners. */
export function sideRange(box: Rect, side: Side): { readonly from: number; readonly to: number; readonly centre: number } {
  const vertical = side === 'left' || side === 'right';
  const length = vertical ? box.height : box.width;
  const inset = Math.min(length / 2, Math.max(12, Math.min(48, length * 0.2)));
  const start = vertical ? box.y : box.x;
  return { from: start + inset, to: start + length - inset, centre: vertical ? centreY(box) : centreX(box) };
}

/** The coordinate of a side's rim: x of left and right, y of top and bottom. */
export function rimOf(box: Rect, side: Side): number {
  if (side === 'left') return box.x;
  if (side === 'right') return right(box);
  return side === 'top' ? box.y : bottom(box);
}
