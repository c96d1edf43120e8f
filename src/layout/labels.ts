import type { ActionId, EdgeId, NodeId } from '../scenario/model.ts';
import type { Point, Rect, Size } from '../shared/geometry.ts';
import { around, contains, inflate, overlaps, sharedArea } from './rects.ts';
import { besideCard, besideRoute, type Candidate } from './label-candidates.ts';
import { meet, type LabelWish, type StepWishes } from './label-wishes.ts';
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
interface Near { readonly solid: readonly Rect[]; readonly rims: readonly Rect[]; readonly reserved: readonly Rect[]; readonly pieces: readonly Piece[] }

/** The straight pieces of all routes as thin boxes. */
function piecesOf(routes: ReadonlyMap<EdgeId, Route>): Piece[] {
  return [...routes].flatMap(([edge, { points }]) => points.slice(1).map((b, i) => {
    const a = points[i] as Point;
    const rect = { x: Math.min(a.x, b.x) - 5, y: Math.min(a.y, b.y) - 5, width: Math.abs(a.x - b.x) + 10, height: Math.abs(a.y - b.y) + 10 };
    return { rect, edge };
  }));
}

/** Candidates that are worth trying against the other labels of a step. */
const KEPT = 32;

class Placer {
  private readonly pieces: readonly Piece[];
  private readonly solid: readonly Rect[];
  private readonly rims: readonly Rect[];
  /** Cards with parts: a label of what is inside of one stands outside. */
  private readonly cards: readonly NodeBox[];

  constructor(private readonly world: LabelWorld) {
    this.pieces = piecesOf(world.routes);
    const boxes = [...world.nodes.values()].filter((box) => box.shape !== 'part');
    this.cards = boxes.filter((box) => box.inner);
    this.solid = [...boxes.map((box) => inflate(box, 4)), ...[...world.groups.values()].map((group) => inflate(group.titleBox, 4, 2))];
    this.rims = [...world.groups.values()].flatMap(({ x, y, width, height }) => [
      { x, y: y - 1, width, height: 2 }, { x, y: y + height - 1, width, height: 2 },
      { x: x - 1, y, width: 2, height }, { x: x + width - 1, y, width: 2, height },
    ]);
  }

  /** The best places of a wish with the cost of all that does not move, cheapest first. */
  candidates(wish: LabelWish, lit: ReadonlySet<EdgeId>): Candidate[] {
    const raw = this.raw(wish);
    const near = this.around(raw);
    const found: Candidate[] = [];
    let clean = 0;
    // Cheapest first: once enough clean places are found, none that follows is better than all of them.
    for (const one of raw) {
      one.cost += this.standing(one.box, wish, lit, near);
      found.push(one);
      if (one.cost < CLASH && ++clean >= KEPT) break;
    }
    return found.sort((a, b) => a.cost - b.cost).slice(0, KEPT);
  }

  private raw(wish: LabelWish): Candidate[] {
    const route = wish.edge === undefined ? undefined : this.world.routes.get(wish.edge);
    if (route) {
      const way = around(route.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))) as Rect;
      const card = this.cards.find((box) => contains(box, way));
      return card ? besideCard(card, wish.size, way) : besideRoute(route, wish.size);
    }
    const box = wish.node === undefined ? undefined : this.world.nodes.get(wish.node);
    if (!box) return [];
    return besideCard(this.cards.find((card) => contains(card, box)) ?? box, wish.size, box);
  }

  /** What any of the places could touch. */
  private around(raw: readonly Candidate[]): Near {
    const all = around(raw.map((one) => one.box));
    const close = (rect: Rect): boolean => all !== undefined && overlaps(all, rect);
    return {
      solid: this.solid.filter(close), rims: this.rims.filter(close), reserved: this.world.reserved.filter(close),
      pieces: this.pieces.filter((piece) => close(piece.rect)),
    };
  }

  private standing(box: Rect, wish: LabelWish, lit: ReadonlySet<EdgeId>, near: Near): number {
    const { width, height } = this.world.size;
    const outside = box.x < MARGIN || box.y < MARGIN || box.x + box.width > width - MARGIN || box.y + box.height > height - MARGIN;
    // Outside of the map nothing else counts any more.
    if (outside) return 6 * CLASH;
    let cost = 0;
    for (const rect of near.solid) {
      const area = sharedArea(box, rect);
      if (area > 0) cost += CLASH + area / 10;
    }
    for (const rect of near.reserved) if (overlaps(box, rect)) cost += RESERVED;
    for (const rim of near.rims) if (overlaps(box, rim)) cost += RIM;
    for (const piece of near.pieces) {
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
    if (other !== wish && overlaps(roomy, place.box) && meet(wish.options, other.options)) cost += CLASH + sharedArea(one.box, place.box) / 10;
  }
  return cost;
}

/** Puts the labels of one step: those with least choice first, then each again among all others, while that makes anything better. */
function placeStep(placer: Placer, { labels, edges }: StepWishes): { wish: LabelWish; place: Candidate; cost: number }[] {
  const litFor = (wish: LabelWish): ReadonlySet<EdgeId> =>
    new Set([...edges].filter(([, all]) => all.some((options) => meet(options, wish.options))).map(([edge]) => edge));
  const open = labels.map((wish) => ({ wish, choices: placer.candidates(wish, litFor(wish)) })).filter(({ choices }) => choices.length > 0);
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
