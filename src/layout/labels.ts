import type { ActionId } from '../scenario/model.ts';
import { aroundPoints, contains, sharedArea, type Rect } from '../shared/geometry.ts';
import type { Work } from '../shared/work.ts';
import { besideCard, besideRoute, type Candidate, type Candidates } from './label-candidates.ts';
import { CLASH, Standing, type LabelWorld, type Near } from './label-world.ts';
import { meet, type LabelWish, type Options, type StepWishes } from './label-wishes.ts';
import type { LabelPlace, NodeBox } from './types.ts';

/** After so many places that cover nothing, none that follows is tried. */
const KEPT = 32;
/** As many places are looked at to say how much choice a label has. */
const LOOKED_AT = 16;
/** Labels that nothing keeps apart keep this distance (px). */
const APART = 4;

/** A place with what everything that does not move adds to its cost. */
interface Choice { readonly candidate: Candidate; readonly cost: number }

/** The places of one label, worked out as far as they are asked for. */
class Choices {
  private readonly known: Choice[] = [];
  private readonly nears: (Near | undefined)[] = [];
  private readonly own: number;
  private clean = 0;

  /** `lit`: by the index of an edge, 1 where it is lit together with the label. */
  constructor(readonly wish: LabelWish, private readonly candidates: Candidates, private readonly lit: Uint8Array, private readonly standing: Standing) {
    this.own = standing.numberOf(wish.edge);
  }

  /** The places in the order of their own cost; undefined after the last one. */
  at(index: number): Choice | undefined {
    while (this.known.length <= index) {
      const candidate = this.clean < KEPT ? this.candidates.next() : undefined;
      if (!candidate) return undefined;
      const near = (this.nears[candidate.cluster] ??= this.standing.near(this.candidates.clusters[candidate.cluster] as Rect));
      const cost = candidate.cost + this.standing.costOf(candidate.box, this.own, this.lit, near);
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
  private readonly standing: Standing;
  /** Cards with parts: a label of what is inside of one stands outside. */
  private readonly cards: readonly NodeBox[];

  constructor(private readonly world: LabelWorld) {
    this.standing = new Standing(world);
    this.cards = [...world.nodes.values()].filter((box) => box.shape !== 'part' && box.inner);
  }

  /** The places of a step's labels, but for those that have nothing to stand beside. */
  choicesOf({ labels, edges }: StepWishes): Choices[] {
    const known = new Map<Options, Uint8Array>();
    const litFor = (options: Options): Uint8Array => {
      const lit = known.get(options) ?? this.standing.lit([...edges].filter(([, all]) => all.some((one) => meet(one, options))).map(([edge]) => edge));
      known.set(options, lit);
      return lit;
    };
    return labels.flatMap((wish) => {
      const candidates = this.candidates(wish);
      const choices = candidates && new Choices(wish, candidates, litFor(wish.options), this.standing);
      return choices?.at(0) ? [choices] : [];
    });
  }

  private candidates(wish: LabelWish): Candidates | undefined {
    const route = wish.edge === undefined ? undefined : this.world.routes.get(wish.edge);
    if (route) {
      const way = aroundPoints(route.points) as Rect;
      const card = this.cards.find((box) => contains(box, way));
      return card ? besideCard(card, wish.size, way) : besideRoute(route, wish.size);
    }
    const box = wish.node === undefined ? undefined : this.world.nodes.get(wish.node);
    return box && besideCard(this.cards.find((card) => contains(card, box)) ?? box, wish.size, box);
  }
}

/** Where a label stands now. */
interface Placed { readonly wish: LabelWish; readonly place: Candidate; readonly cost: number }

function tooNear(a: Rect, b: Rect): boolean {
  return a.x - APART < b.x + b.width && b.x < a.x + a.width + APART && a.y - APART < b.y + b.height && b.y < a.y + a.height + APART;
}

/** What a place costs among the places of the others. */
function among(one: Choice, wish: LabelWish, others: readonly Placed[]): number {
  const { box } = one.candidate;
  let cost = one.cost;
  for (const { wish: other, place } of others) {
    if (other !== wish && tooNear(box, place.box) && meet(wish.options, other.options)) cost += CLASH + sharedArea(box, place.box) / 10;
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
function placeStep(placer: Placer, step: StepWishes): Placed[] {
  const open = placer.choicesOf(step);
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
export function* placeLabels(world: LabelWorld, steps: readonly StepWishes[]): Work<Map<ActionId, LabelPlace>> {
  const placer = new Placer(world);
  const places = new Map<ActionId, LabelPlace>();
  for (const step of steps) {
    yield;
    for (const { wish, place, cost } of placeStep(placer, step)) places.set(wish.action, { ...place.box, anchor: place.anchor, crowded: cost >= CLASH });
  }
  return places;
}
