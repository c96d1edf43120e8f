import type { ActionId, EdgeId, NodeId } from '../scenario/model.ts';
import type { Point, Rect, Size } from '../shared/geometry.ts';
import { inflate, overlaps, sharedArea } from './rects.ts';
import { besideCard, besideRoute, type Candidate } from './label-candidates.ts';
import type { LabelWish, StepWishes } from './label-wishes.ts';
import type { GroupBox, LabelPlace, NodeBox, Route } from './types.ts';

/** What labels have to keep clear of. */
export interface LabelWorld {
  readonly size: Size;
  readonly nodes: ReadonlyMap<NodeId, NodeBox>;
  readonly groups: ReadonlyMap<string, GroupBox>;
  readonly routes: ReadonlyMap<EdgeId, Route>;
  /** Strips under cards in which badges, gauges or counts will hang. */
  readonly reserved: readonly Rect[];
}

/** From this cost on a place covers something that it must not cover. */
const CLASH = 1000;
const LIT_EDGE = 1000;
const OWN_EDGE = 60;
const RESERVED = 90;
const RESTING_EDGE = 10;
const RIM = 7;
const MARGIN = 6;

interface Piece { readonly rect: Rect; readonly edge: EdgeId }

/** The straight pieces of all routes as thin boxes. */
function piecesOf(routes: ReadonlyMap<EdgeId, Route>): Piece[] {
  return [...routes].flatMap(([edge, { points }]) => points.slice(1).map((b, i) => {
    const a = points[i] as Point;
    const rect = { x: Math.min(a.x, b.x) - 5, y: Math.min(a.y, b.y) - 5, width: Math.abs(a.x - b.x) + 10, height: Math.abs(a.y - b.y) + 10 };
    return { rect, edge };
  }));
}

const meet = (a: LabelWish, b: LabelWish): boolean =>
  ![...a.options].some(([choice, option]) => b.options.has(choice) && b.options.get(choice) !== option);

class Placer {
  private readonly pieces: readonly Piece[];
  private readonly solid: readonly Rect[];
  private readonly titles: readonly Rect[];
  private readonly rims: readonly Rect[];

  constructor(private readonly world: LabelWorld) {
    this.pieces = piecesOf(world.routes);
    this.solid = [...world.nodes.values()].filter((box) => box.shape !== 'part').map((box) => inflate(box, 4));
    this.titles = [...world.groups.values()].map((group) => inflate(group.titleBox, 4, 2));
    this.rims = [...world.groups.values()].flatMap(({ x, y, width, height }) => [
      { x, y: y - 1, width, height: 2 }, { x, y: y + height - 1, width, height: 2 },
      { x: x - 1, y, width: 2, height }, { x: x + width - 1, y, width: 2, height },
    ]);
  }

  /** The places of a wish with the cost of all that does not move, cheapest first. */
  candidates(wish: LabelWish, lit: ReadonlySet<EdgeId>): Candidate[] {
    return this.raw(wish).map((one) => ({ ...one, cost: one.cost + this.standing(one.box, wish, lit) })).sort((a, b) => a.cost - b.cost).slice(0, 80);
  }

  private raw(wish: LabelWish): Candidate[] {
    const route = wish.edge === undefined ? undefined : this.world.routes.get(wish.edge);
    if (route) return besideRoute(route, wish.size);
    const card = wish.node === undefined ? undefined : this.world.nodes.get(wish.node);
    return card ? besideCard(card, wish.size) : [];
  }

  private standing(box: Rect, wish: LabelWish, lit: ReadonlySet<EdgeId>): number {
    const { width, height } = this.world.size;
    let cost = 0;
    if (box.x < MARGIN || box.y < MARGIN || box.x + box.width > width - MARGIN || box.y + box.height > height - MARGIN) cost += 4 * CLASH;
    const clash = (rect: Rect): void => {
      const area = sharedArea(box, rect);
      if (area > 0) cost += CLASH + area / 10;
    };
    this.solid.forEach(clash);
    this.titles.forEach(clash);
    for (const rect of this.world.reserved) if (overlaps(box, rect)) cost += RESERVED;
    for (const rim of this.rims) if (overlaps(box, rim)) cost += RIM;
    for (const piece of this.pieces) {
      if (overlaps(box, piece.rect)) cost += piece.edge === wish.edge ? OWN_EDGE : lit.has(piece.edge) ? LIT_EDGE : RESTING_EDGE;
    }
    return cost;
  }
}

/** What a place costs among the places of the others. */
function among(one: Candidate, wish: LabelWish, others: readonly { wish: LabelWish; place: Candidate }[]): number {
  const roomy = inflate(one.box, 4);
  let cost = one.cost;
  for (const { wish: other, place } of others) {
    if (other !== wish && overlaps(roomy, place.box) && meet(wish, other)) cost += CLASH + sharedArea(one.box, place.box) / 10;
  }
  return cost;
}

/** Puts the labels of one step: those with least choice first, then each again among all others, while that makes anything better. */
function placeStep(placer: Placer, { labels, edges }: StepWishes): { wish: LabelWish; place: Candidate; cost: number }[] {
  const open = labels.map((wish) => ({ wish, choices: placer.candidates(wish, edges) })).filter(({ choices }) => choices.length > 0);
  const clean = (choices: readonly Candidate[]): number => choices.filter((one) => one.cost < CLASH).length;
  const order = [...open].sort((a, b) => clean(a.choices) - clean(b.choices));
  const placed: { wish: LabelWish; place: Candidate; cost: number }[] = [];
  const bestFor = ({ wish, choices }: (typeof open)[number]): { wish: LabelWish; place: Candidate; cost: number } => {
    let best = { wish, place: choices[0] as Candidate, cost: Infinity };
    for (const place of choices) {
      if (place.cost >= best.cost) break;
      const cost = among(place, wish, placed);
      if (cost < best.cost) best = { wish, place, cost };
    }
    return best;
  };
  for (const one of order) placed.push(bestFor(one));
  for (let round = 0, changed = true; round < 4 && changed; round++) {
    changed = false;
    order.forEach((one, i) => {
      const next = bestFor(one);
      changed ||= next.place !== placed[i]?.place;
      placed[i] = next;
    });
  }
  return placed;
}

/** A place for every label: beside its own edge near the middle, on nothing else that the same step shows. */
export function placeLabels(world: LabelWorld, steps: readonly StepWishes[]): Map<ActionId, LabelPlace> {
  const placer = new Placer(world);
  const places = new Map<ActionId, LabelPlace>();
  for (const step of steps) {
    for (const { wish, place, cost } of placeStep(placer, step)) places.set(wish.action, { ...place.box, anchor: place.anchor, crowded: cost >= CLASH });
  }
  return places;
}
