import type { Point, Rect, Size } from '../shared/geometry.ts';
import { bottom, centreX, centreY, right } from './rects.ts';
import type { Route } from './types.ts';

/** A place that a label may take, and how far it is from the best imaginable one (in px, roughly). */
export interface Candidate {
  readonly box: Rect;
  readonly anchor: Point;
  readonly cost: number;
  /** Candidates of one cluster are near each other: what is around one of them is around all. */
  readonly cluster: number;
}

/** Gives candidates one after the other, the cheapest first: most labels need only a few of them. */
export interface Candidates {
  /** What every candidate of a cluster lies in. */
  readonly clusters: readonly Rect[];
  next(): Candidate | undefined;
}

/** A place relative to the point that it belongs to, in shares of the label's size and in px. */
interface Offset { readonly gap: number; readonly shift: number; readonly second: boolean; readonly cost: number }

/** Between the line and the label: the travelling head passes in between. */
const GAPS = [{ gap: 24, cost: 0 }, { gap: 12, cost: 10 }, { gap: 44, cost: 18 }, { gap: 72, cost: 40 }];
const FURTHEST = 72;
const SHIFTS = [0, -0.35, 0.35];
const SHARES = [0.5, 0.35, 0.65, 0.2, 0.8];
/** On short pieces fewer places differ enough. */
const sharesFor = (length: number): readonly number[] => SHARES.slice(0, length < 60 ? 1 : length < 200 ? 3 : 5);

/** All offsets, cheapest first. `perShift`: what being off the middle costs; above the line, or to its right, it reads first. */
const offsets = (perShift: number): Offset[] =>
  GAPS.flatMap(({ gap, cost }) => SHIFTS.flatMap((shift) => [false, true].map((second) => ({ gap, shift, second, cost: cost + Math.abs(shift) * perShift + (second ? 4 : 0) }))))
    .sort((a, b) => a.cost - b.cost);
const ALONG = offsets(30);
const UPRIGHT = offsets(20);

/** A point of a route with the offsets that may be tried there; `used`: how many of them were. */
interface Spot { readonly x: number; readonly y: number; readonly horizontal: boolean; readonly base: number; used: number }

const offsetsOf = (spot: Spot): readonly Offset[] => (spot.horizontal ? ALONG : UPRIGHT);

function boxAt({ x, y, horizontal }: Spot, { gap, shift, second }: Offset, { width, height }: Size): Rect {
  return horizontal
    ? { x: Math.round(x - width / 2 + shift * width), y: Math.round(second ? y + gap : y - gap - height), width, height }
    : { x: Math.round(second ? x - gap - width : x + gap), y: Math.round(y - height / 2 + shift * height), width, height };
}

function around({ x, y, horizontal }: Spot, { width, height }: Size): Rect {
  const [besideX, besideY] = horizontal ? [width * 0.85 + 1, FURTHEST + height + 1] : [FURTHEST + width + 1, height * 0.85 + 1];
  return { x: x - besideX, y: y - besideY, width: 2 * besideX, height: 2 * besideY };
}

function spotsOf(route: Route): Spot[] {
  const spots: Spot[] = [];
  let before = 0;
  for (let i = 1; i < route.points.length; i++) {
    const [a, b] = [route.points[i - 1] as Point, route.points[i] as Point];
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    const horizontal = a.y === b.y;
    if (length >= 12) {
      for (const share of sharesFor(length)) {
        const offMiddle = Math.abs((before + share * length) / Math.max(1, route.length) - 0.5);
        const short = (length < route.length * 0.25 ? 16 : 0) + (length < (horizontal ? 60 : 40) ? 20 : 0);
        const base = offMiddle * Math.min(160, 40 + route.length * 0.15) + short;
        spots.push({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, horizontal, base, used: 0 });
      }
    }
    before += length;
  }
  return spots;
}

/** Places beside a route: near its middle first, on both sides of each of its pieces. */
export function besideRoute(route: Route, size: Size): Candidates {
  const spots = spotsOf(route);
  // Of each spot what its next place costs: looked through for every place of every label.
  const least = Float64Array.from(spots, (spot) => spot.base + (offsetsOf(spot)[0] as Offset).cost);
  const next = (): Candidate | undefined => {
    let best = -1;
    for (let i = 0, cost = Infinity; i < least.length; i++) if ((least[i] as number) < cost) cost = least[best = i] as number;
    const spot = spots[best];
    if (!spot) return undefined;
    const offsets = offsetsOf(spot);
    const cost = least[best] as number;
    const box = boxAt(spot, offsets[spot.used++] as Offset, size);
    least[best] = spot.base + (offsets[spot.used]?.cost ?? Infinity);
    return { box, anchor: { x: spot.x, y: spot.y }, cost, cluster: best };
  };
  return { clusters: spots.map((spot) => around(spot, size)), next };
}

const CARD_GAPS = [12, 28, 52, 80];

/** A place around a card before it is made: where, at which side, and how far from the best one. */
interface CardPlace { readonly x: number; readonly y: number; readonly side: 'below' | 'above' | 'right' | 'left'; readonly cost: number }

function placesAround(card: Rect, size: Size, focus: Rect): CardPlace[] {
  const places: CardPlace[] = [];
  const off = (a: number, b: number): number => Math.abs(a - b) * 0.08;
  const xs = [centreX(focus) - size.width / 2, card.x, right(card) - size.width, centreX(card) - size.width / 2, card.x - size.width * 0.6, right(card) - size.width * 0.4];
  const ys = [centreY(focus) - size.height / 2, card.y, bottom(card) - size.height];
  CARD_GAPS.forEach((gap, k) => {
    xs.forEach((x, i) => {
      const aside = off(x + size.width / 2, centreX(focus)) + k * 14 + (i > 3 ? 10 : 0);
      places.push({ x, y: bottom(card) + gap, side: 'below', cost: aside + off(bottom(card), bottom(focus)) });
      places.push({ x, y: card.y - gap - size.height, side: 'above', cost: aside + 3 + off(card.y, focus.y) });
    });
    ys.forEach((y) => {
      const aside = off(y + size.height / 2, centreY(focus)) + k * 14;
      places.push({ x: right(card) + gap, y, side: 'right', cost: 14 + aside + off(right(card), right(focus)) });
      places.push({ x: card.x - gap - size.width, y, side: 'left', cost: 16 + aside + off(card.x, focus.x) });
    });
  });
  return places.sort((p, q) => p.cost - q.cost);
}

function anchorAt(side: CardPlace['side'], card: Rect, focus: Rect): Point {
  if (side === 'below') return { x: centreX(focus), y: bottom(card) };
  if (side === 'above') return { x: centreX(focus), y: card.y };
  return { x: side === 'right' ? right(card) : card.x, y: centreY(focus) };
}

/**
 * Places around a component: below and above it first, then at its sides. `focus`: what inside of it the label belongs to (a part, a route
 * between parts); places next to that come first.
 */
export function besideCard(card: Rect, size: Size, focus: Rect = card): Candidates {
  const places = placesAround(card, size, focus);
  const [besideX, besideY] = [81 + size.width, 81 + size.height];
  let used = 0;
  const next = (): Candidate | undefined => {
    const place = places[used++];
    if (!place) return undefined;
    const box = { x: Math.round(place.x), y: Math.round(place.y), width: size.width, height: size.height };
    return { box, anchor: anchorAt(place.side, card, focus), cost: place.cost, cluster: 0 };
  };
  return { clusters: [{ x: card.x - besideX, y: card.y - besideY, width: card.width + 2 * besideX, height: card.height + 2 * besideY }], next };
}
