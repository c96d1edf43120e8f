import type { Frame } from '../compile/frame.ts';
import type { NodeId } from '../scenario/model.ts';
import type { Message, StepMark } from '../compile/trace.ts';
import { around, inflate, type Point, type Rect, type Size } from '../shared/geometry.ts';
import { cameraFor, FOLLOWING_SCALE, follows, middle, type Camera, type Framing } from '../look/camera.ts';
import type { MapFacts } from './map-facts.ts';
import { BADGE_STRIP, numberPlace } from './number-place.ts';
import { placeAt } from './route-path.ts';

/** Where the view of the map stands for a step. */
export interface StepView {
  readonly camera: Camera;
  /** It goes with what is under way. */
  readonly follows: boolean;
  /** The largest scale that it comes to while it does. */
  readonly closest: number;
}

/** Where the camera of the map stands in each step of a trace; those that stay there are found once for each size of the view. */
export class StepFramings {
  private readonly parts = new Map<number, Pick<Framing, 'part' | 'cards'>>();
  private readonly settled = new Map<number, StepView>();
  private size: Size = { width: 0, height: 0 };
  private readonly groups: readonly Rect[];

  constructor(private readonly facts: MapFacts) {
    this.groups = [...facts.layout.groups.values()];
  }

  /** For a step (its index) while a frame is shown. */
  view(pane: Size, index: number, frame: Frame): StepView {
    if (pane.width !== this.size.width || pane.height !== this.size.height) this.settled.clear();
    this.size = { width: pane.width, height: pane.height };
    return this.settled.get(index) ?? this.find(pane, index, frame);
  }

  /** For what stands in the layer that a viewer lights, as if an author had asked for it. */
  lit(pane: Size, nodes: readonly NodeId[]): Camera {
    const { facts, groups } = this;
    const cards = around(nodes.flatMap((id) => facts.layout.nodes.get(id) ?? []));
    return cameraFor(pane, { map: facts.layout.size, part: cards && inflate(cards, 16), cards, now: undefined, asked: true, overview: 1, groups });
  }

  private find(pane: Size, index: number, frame: Frame): StepView {
    const step = this.facts.trace.steps[index];
    const framing = this.framingOf(step);
    if (step && follows(pane, framing)) {
      const overview = overviewOf(step, frame);
      const camera = cameraFor(pane, { ...framing, now: nowOf(this.facts, step, frame), overview });
      return { camera, follows: overview < 1, closest: FOLLOWING_SCALE };
    }
    const camera = cameraFor(pane, framing);
    const found = { camera, follows: false, closest: camera.scale };
    this.settled.set(index, found);
    return found;
  }

  private framingOf(step: StepMark | undefined): Framing {
    const { facts, groups } = this;
    const { size: map } = facts.layout;
    if (!step) return { map, part: undefined, now: undefined, asked: false, overview: 1 };
    return { map, ...this.partOf(step), now: undefined, asked: (step.focus?.length ?? 0) > 0, overview: 1, groups };
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
