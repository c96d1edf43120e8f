import { componentOf } from '../shared/node-id.ts';
import type { Message, StepMark } from '../compile/trace.ts';
import { SHAPE } from '../look/type.ts';
import type { ActionId } from '../scenario/model.ts';
import { sharedArea, type Point, type Rect, type Size } from '../shared/geometry.ts';
import { chipWidth } from '../look/pill-place.ts';
import type { MapFacts } from './map-facts.ts';
import { placeAt } from './route-path.ts';

/** Around the chip of a number. */
const RIM = 5;
const HEIGHT = SHAPE.chip + 2 * RIM;
/** Between a way and a number beside it. */
const BESIDE = [8, 40, 80, 120, 160];
/** Where along its way a number may stand: the middle first. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9];
/** What badges take below a card, and how much wider than it they are at each side, at most. */
export const BADGE_STRIP = 42;
const BADGE_OVER = 36;

/** Found once for each step of a trace. */
const found = new WeakMap<MapFacts, Map<number, ReadonlyMap<ActionId, Rect>>>();

/**
 * Where the number of a hop stands that says nothing: on its way or beside it, off cards, titles of groups, labels and other numbers.
 * The same for the whole step, so that no number jumps when another label comes. Undefined where it has no way.
 */
export function numberPlace(facts: MapFacts, message: Message): Rect | undefined {
  const steps = found.get(facts) ?? new Map<number, ReadonlyMap<ActionId, Rect>>();
  found.set(facts, steps);
  let places = steps.get(message.step);
  if (!places) steps.set(message.step, (places = placesOf(facts, facts.trace.steps[message.step])));
  return places.get(message.action);
}

function placesOf(facts: MapFacts, step: StepMark | undefined): ReadonlyMap<ActionId, Rect> {
  const places = new Map<ActionId, Rect>();
  if (!step) return places;
  const all = facts.trace.messages.slice(step.first, step.last);
  // Traffic says its words once, beside the way of its first packets.
  const said = new Set(all.flatMap(({ label, action }) => (label === '' ? [] : facts.layout.labels.get(action) ?? [])));
  const messages = all.filter(({ kind }) => kind !== 'packet');
  const taken = [...titles(facts), ...said];
  for (const message of messages) {
    if (message.label !== '' || places.has(message.action)) continue;
    const place = bestPlace(candidates(facts, message), [...taken, ...cardsAround(facts, message)]);
    if (!place) continue;
    places.set(message.action, place);
    taken.push(place);
  }
  return places;
}

function candidates(facts: MapFacts, message: Message): Rect[] {
  const width = chipWidth(message.number) + 2 * RIM;
  const at = ({ x, y }: Point): Rect => ({ x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT });
  const { size } = facts.layout;
  const inside = ({ x, y }: Rect): boolean => x >= 0 && y >= 0 && x + width <= size.width && y + HEIGHT <= size.height;
  if (message.kind === 'work') return around(facts.box(message.from), { width, height: HEIGHT }).map(at).filter(inside);
  const way = facts.way(message);
  const spots = SHARES.map((share) => placeAt(way, way.length * share));
  const beside = (by: number, side: number): Rect[] => spots.map(({ x, y, dx, dy }) => at({
    x: x - side * dy * (width / 2 + by), y: y + side * dx * (HEIGHT / 2 + by),
  }));
  const all = [...spots.map(at), ...BESIDE.flatMap((by) => [...beside(by, 1), ...beside(by, -1)])];
  return all.filter(inside);
}

/** Middles of places around a card: over it, beside it, under it. */
function around(card: Rect | undefined, { width, height }: Size): Point[] {
  if (!card) return [];
  const [x, y] = [card.x + card.width / 2, card.y + card.height / 2];
  const [dx, dy] = [(card.width + width) / 2 + RIM, (card.height + height) / 2 + RIM];
  const across = [0, (card.width - width) / 2, (width - card.width) / 2];
  const [over, under] = [-dy, dy].map((by) => across.map((aside) => ({ x: x + aside, y: y + by }))) as [Point[], Point[]];
  return [...over, { x: x + dx, y }, { x: x - dx, y }, ...under];
}

/** The first one that is free, else the one that covers least. */
function bestPlace(places: readonly Rect[], taken: readonly Rect[]): Rect | undefined {
  let best: Rect | undefined;
  let least = Infinity;
  for (const place of places) {
    const covered = taken.reduce((sum, other) => sum + sharedArea(place, other), 0);
    if (covered < least) [best, least] = [place, covered];
    if (least === 0) break;
  }
  return best;
}

function titles({ layout }: MapFacts): Rect[] {
  return [...layout.groups.values()].map(({ titleBox }) => titleBox);
}

/** All cards with what hangs under them; of the one within which a hop between its parts runs its title alone. */
function cardsAround(facts: MapFacts, { from, to }: Message): Rect[] {
  const carriers = new Set([from, to].filter((id) => id !== componentOf(id)).map(componentOf));
  return [...facts.layout.nodes].flatMap(([id, box]) => {
    if (facts.isHidden(id)) return [];
    if (carriers.has(id)) return [{ x: box.x, y: box.y, width: box.width, height: (box.inner?.y ?? box.y) - box.y }];
    if (!facts.hasBadges(id)) return [box];
    const foot = facts.foot(id, box);
    return [box, { x: box.x - BADGE_OVER, y: foot, width: box.width + 2 * BADGE_OVER, height: BADGE_STRIP }];
  });
}
