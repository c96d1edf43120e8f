import type { Frame } from '../compile/frame.ts';
import type { NodeId } from '../scenario/model.ts';
import type { Message, StepMark } from '../compile/trace.ts';
import { around, inflate, type Point, type Rect } from '../shared/geometry.ts';
import { middle, type Framing } from '../look/camera.ts';
import type { MapFacts } from './map-facts.ts';
import { BADGE_STRIP, numberPlace } from './number-place.ts';
import { placeAt } from './route-path.ts';

/** What each step of a trace asks of the camera of the map. */
export class StepFramings {
  private readonly parts = new Map<number, Pick<Framing, 'part' | 'cards'>>();
  private readonly groups: readonly Rect[];

  constructor(private readonly facts: MapFacts) {
    this.groups = [...facts.layout.groups.values()];
  }

  /** Of a step (its index) while a frame is shown. */
  of(index: number, frame: Frame): Framing & { readonly overview: number } {
    const { facts, groups } = this;
    const map = facts.layout.size;
    const step = facts.trace.steps[index];
    if (!step) return { map, part: undefined, now: undefined, asked: false, overview: 1 };
    const asked = (step.focus?.length ?? 0) > 0;
    return { map, ...this.partOf(step), now: nowOf(facts, step, frame), asked, overview: overviewOf(step, frame), groups };
  }

  /** Of what stands in the layer that a viewer lights, as if an author had asked for it. */
  ofLit(nodes: readonly NodeId[]): Framing & { readonly overview: number } {
    const { facts, groups } = this;
    const cards = around(nodes.flatMap((id) => facts.layout.nodes.get(id) ?? []));
    return { map: facts.layout.size, part: cards && inflate(cards, 16), cards, now: undefined, asked: true, overview: 1, groups };
  }

  /** Around all that takes part in a step; undefined: everything. */
  private partOf(step: StepMark): Pick<Framing, 'part' | 'cards'> {
    const known = this.parts.get(step.index);
    if (known) return known;
    const cards = around(step.focus ? focused(this.facts, step.focus) : cardsOf(this.facts, step));
    const all = step.focus ? cards : around([...(cards ? [cards] : []), ...labelsOf(this.facts, step)]);
    const found = { part: all && inflate(all, 16), cards };
    this.parts.set(step.index, found);
    return found;
  }
}

function* focused(facts: MapFacts, ids: readonly string[]): Generator<Rect> {
  for (const id of ids) {
    const box = facts.layout.groups.get(id) ?? facts.box(id);
    if (box) yield box;
  }
}

/** The boxes of who takes part, with what hangs under them. */
function* cardsOf(facts: MapFacts, step: StepMark): Generator<Rect> {
  for (const id of step.nodes) {
    const box = facts.box(id);
    if (box) yield { ...box, height: facts.foot(id, box) + (facts.hasBadges(id) ? BADGE_STRIP : 0) - box.y };
  }
}

function* labelsOf(facts: MapFacts, step: StepMark): Generator<Rect> {
  for (let i = step.first; i < Math.min(step.last, step.first + 200); i++) {
    const message = facts.trace.messages[i];
    const label = message && (facts.layout.labels.get(message.action) ?? (facts.labelOf(message) === '' ? numberPlace(facts, message) : undefined));
    if (label) yield label;
  }
}

/** Seconds that a view which followed takes to draw back once the actions are over. */
const DRAW_BACK = 0.8;

/** How far the view of a step has drawn back: 0 while it acts, 1 in its hold and its still, smoothly. */
function overviewOf(step: StepMark, { time, still }: Frame): number {
  if (still) return 1;
  const hold = step.end - step.actEnd;
  const share = hold < 0.1 ? 0 : Math.min(1, Math.max(0, (time - step.actEnd) / Math.min(DRAW_BACK, hold)));
  return share * share * (3 - 2 * share);
}

/** Where a step is under way: at its current message; between two messages, between the two. */
function nowOf(facts: MapFacts, step: StepMark, frame: Frame): Point | undefined {
  if (step.last <= step.first) return undefined;
  const at = (index: number): Point => eyeOf(facts, Math.min(Math.max(index, step.first), step.last - 1), frame, step);
  const row = frame.step === step.index ? frame.row : step.last - 1;
  return toward(at(Math.floor(row)), at(Math.ceil(row)), row - Math.floor(row));
}

/** What to look at in a message: the sender before it goes, its head on the way, the receiver once it is there. */
function eyeOf(facts: MapFacts, index: number, frame: Frame, step: StepMark): Point {
  const message = facts.trace.messages[index] as Message;
  const [from, to] = [message.from, message.to].map((id) => facts.box(id)).map((box) => box && middle(box));
  if (message.kind === 'work' && from) return from;
  const way = facts.way(message);
  const hop = frame.hops.find((each) => each.message === index);
  const progress = hop ? hop.progress : frame.step > step.index || message.end <= frame.time ? 1 : 0;
  const head = placeAt(way, way.length * progress);
  return from && to ? toward(toward(from, to, progress), head, 4 * progress * (1 - progress)) : head;
}

function toward(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}
