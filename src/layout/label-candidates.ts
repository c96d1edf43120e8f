import type { Point, Rect, Size } from '../shared/geometry.ts';
import { bottom, centreX, centreY, right } from './rects.ts';
import type { Route } from './types.ts';

/** A place that a label may take, and how far it is from the best imaginable one (in px, roughly); what it covers is added later. */
export interface Candidate {
  readonly box: Rect;
  readonly anchor: Point;
  cost: number;
}

/** Between the line and the label: the travelling head passes in between. */
const GAPS = [{ gap: 24, cost: 0 }, { gap: 12, cost: 10 }, { gap: 44, cost: 18 }, { gap: 72, cost: 40 }];
const SHARES = [0.5, 0.35, 0.65, 0.2, 0.8];
/** On short pieces fewer places differ enough. */
const sharesFor = (length: number): readonly number[] => SHARES.slice(0, length < 60 ? 1 : length < 200 ? 3 : 5);
const SHIFTS = [0, -0.35, 0.35];

function horizontal(a: Point, b: Point, x: number, size: Size, base: number): Candidate[] {
  const anchor = { x, y: a.y };
  return GAPS.flatMap(({ gap, cost }) => SHIFTS.flatMap((shift) => [a.y - gap - size.height, a.y + gap].map((y, below) => ({
    box: { x: Math.round(x - size.width / 2 + shift * size.width), y: Math.round(y), ...size }, anchor,
    // Above the line it reads first.
    cost: base + cost + Math.abs(shift) * 30 + below * 4 + (Math.abs(b.x - a.x) < 60 ? 20 : 0),
  }))));
}

function vertical(a: Point, b: Point, y: number, size: Size, base: number): Candidate[] {
  const anchor = { x: a.x, y };
  return GAPS.flatMap(({ gap, cost }) => SHIFTS.flatMap((shift) => [a.x + gap, a.x - gap - size.width].map((x, left) => ({
    box: { x: Math.round(x), y: Math.round(y - size.height / 2 + shift * size.height), ...size }, anchor,
    cost: base + cost + Math.abs(shift) * 20 + left * 4 + (Math.abs(b.y - a.y) < 40 ? 20 : 0),
  }))));
}

/** Places beside a route: near its middle first, on both sides of each of its pieces. */
export function besideRoute(route: Route, size: Size): Candidate[] {
  const found: Candidate[] = [];
  let before = 0;
  for (let i = 1; i < route.points.length; i++) {
    const [a, b] = [route.points[i - 1] as Point, route.points[i] as Point];
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    if (length >= 12) {
      for (const share of sharesFor(length)) {
        const offMiddle = Math.abs((before + share * length) / Math.max(1, route.length) - 0.5);
        const base = offMiddle * Math.min(160, 40 + route.length * 0.15) + (length < route.length * 0.25 ? 16 : 0);
        if (a.y === b.y) found.push(...horizontal(a, b, a.x + (b.x - a.x) * share, size, base));
        else found.push(...vertical(a, b, a.y + (b.y - a.y) * share, size, base));
      }
    }
    before += length;
  }
  return found.sort((p, q) => p.cost - q.cost);
}

/**
 * Places around a component: below and above it first, then at its sides. `focus`: what inside of it the label belongs to (a part, a route
 * between parts); places next to that come first.
 */
export function besideCard(card: Rect, size: Size, focus: Rect = card): Candidate[] {
  const found: Candidate[] = [];
  const add = (x: number, y: number, anchor: Point, cost: number): void => {
    found.push({ box: { x: Math.round(x), y: Math.round(y), ...size }, anchor, cost });
  };
  const off = (a: number, b: number): number => Math.abs(a - b) * 0.08;
  const xs = [centreX(focus) - size.width / 2, card.x, right(card) - size.width, centreX(card) - size.width / 2, card.x - size.width * 0.6, right(card) - size.width * 0.4];
  const ys = [centreY(focus) - size.height / 2, card.y, bottom(card) - size.height];
  [12, 28, 52, 80].forEach((gap, k) => {
    xs.forEach((x, i) => {
      const aside = off(x + size.width / 2, centreX(focus)) + k * 14 + (i > 3 ? 10 : 0);
      add(x, bottom(card) + gap, { x: centreX(focus), y: bottom(card) }, aside + off(bottom(card), bottom(focus)));
      add(x, card.y - gap - size.height, { x: centreX(focus), y: card.y }, aside + 3 + off(card.y, focus.y));
    });
    ys.forEach((y) => {
      const aside = off(y + size.height / 2, centreY(focus)) + k * 14;
      add(right(card) + gap, y, { x: right(card), y: centreY(focus) }, 14 + aside + off(right(card), right(focus)));
      add(card.x - gap - size.width, y, { x: card.x, y: centreY(focus) }, 16 + aside + off(card.x, focus.x));
    });
  });
  return found.sort((p, q) => p.cost - q.cost);
}
