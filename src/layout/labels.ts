import type { ActionId, EdgeId, NodeId } from '../scenario/model.ts';
import { overlaps, type Point, type Rect, type Size } from '../shared/geometry.ts';
import { around, contains, inflate, sharedArea } from './rects.ts';
import { besideCard, besideRoute, type Candidate, type Candidates } from './label-candidates.ts';
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

/** After so many places that cover nothing, none that follows is tried. */
const KEPT = 32;
/** As many places are looked at to say how much choice a label has. */
const LOOKED_AT = 16;

/** A place with what everything that does not move adds to its cost. */
interface Choice { readonly candidate: Candidate; readonly cost: number }

/** The places of one label, worked out as far as they are asked for. */
class Choices {
  private readonly known: Choice[] = [];
  private readonly nears: (Near | undefined)[] = [];
  private clean = 0;

  constructor(
    readonly wish: LabelWish, private readonly candidates: Candidates, private readonly lit: ReadonlySet<EdgeId>,
    private readonly placer: Placer,
  ) {}

  /** The places in the order of their own cost; undefined after the last one. */
  at(index: number): Choice | undefined {
    while (this.known.length <= index) {
      const candidate = this.clean < KEPT ? this.candidates.next() : undefined;
      if (!candidate) return undefined;
      const near = (this.nears[candidate.cluster] ??= this.placer.near(this.candidates.clusters[candidate.cluster] as Rect));
      const cost = candidate.cost + this.placer.standing(candidate.box, this.wish, this.lit, near);
      this.known.push({ candidate, cost });
      if (cost < CLASH) this.clean++;
    }
    return this.known[index];
  }

  /** How many of the first places cover nothing. */
  freedom(): number {
    let free = 0;
    for (let i = 0; i < LOOKED_AT; i++) free += (this.at(i)?.cost ?? CLASH) < CLASH ? 1 : 0;
    return free;
  }
}

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

  /** The places of a wish; undefined where there is nothing that it could stand beside. */
  choices(wish: LabelWish, lit: ReadonlySet<EdgeId>): Choices | undefined {
    const candidates = this.candidates(wish);
    return candidates && new Choices(wish, candidates, lit, this);
  }

  private candidates(wish: LabelWish): Candidates | undefined {
    const route = wish.edge === undefined ? undefined : this.world.routes.get(wish.edge);
    if (route) {
      const way = around(route.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))) as Rect;
      const card = this.cards.find((box) => contains(box, way));
      return card ? besideCard(card, wish.size, way) : besideRoute(route, wish.size);
    }
    const box = wish.node === undefined ? undefined : this.world.nodes.get(wish.node);
    return box && besideCard(this.cards.find((card) => contains(card, box)) ?? box, wish.size, box);
  }

  /** What a place in a region could touch. */
  near(region: Rect): Near {
    const close = (rect: Rect): boolean => overlaps(region, rect);
    return {
      solid: this.solid.filter(close), rims: this.rims.filter(close), reserved: this.world.reserved.filter(close),
      pieces: this.pieces.filter((piece) => close(piece.rect)),
    };
  }

  /** What a place costs for what it covers of all that does not move. */
  standing(box: Rect, wish: LabelWish, lit: ReadonlySet<EdgeId>, near: Near): number {
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

/** Where a label stands now. */
interface Placed { readonly wish: LabelWish; readonly place: Candidate; readonly cost: number }

/** What a place costs among the places of the others. */
function among(one: Choice, wish: LabelWish, others: readonly Placed[]): number {
  const { box } = one.candidate;
  const roomy = inflate(box, 4);
  let cost = one.cost;
  for (const { wish: other, place } of others) {
    if (other !== wish && overlaps(roomy, place.box) && meet(wish.options, other.options)) cost += CLASH + sharedArea(box, place.box) / 10;
  }
  return cost;
}

function bestAmong(choices: Choices, others: readonly Placed[]): Placed {
  let best: Placed | undefined;
  for (let i = 0, one = choices.at(0); one; one = choices.at(++i)) {
    // What follows costs no less than this one by itself.
    if (best && one.candidate.cost >= best.cost) break;
    if (best && one.cost >= best.cost) continue;
    const cost = among(one, choices.wish, others);
    if (!best || cost < best.cost) best = { wish: choices.wish, place: one.candidate, cost };
  }
  return best as Placed;
}

/** Puts the labels of one step: those with least choice first, then each again among all others, while that makes anything better. */
function placeStep(placer: Placer, { labels, edges }: StepWishes): Placed[] {
  const litFor = (wish: LabelWish): ReadonlySet<EdgeId> =>
    new Set([...edges].filter(([, all]) => all.some((options) => meet(options, wish.options))).map(([edge]) => edge));
  const open = labels.map((wish) => placer.choices(wish, litFor(wish))).filter((choices) => choices?.at(0) !== undefined) as Choices[];
  const order = open.length < 2 ? open : open.map((choices) => ({ choices, freedom: choices.freedom() })).sort((a, b) => a.freedom - b.freedom).map(({ choices }) => choices);
  const placed: Placed[] = [];
  for (const choices of order) placed.push(bestAmong(choices, placed));
  for (let round = 0, changed = order.length > 1; round < 4 && changed; round++) {
    changed = false;
    order.forEach((choices, i) => {
      const next = bestAmong(choices, placed);
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
