import type { Point } from '../shared/geometry.ts';
import type { Work } from '../shared/work.ts';
import { movablePieces, type MovablePiece } from './nudge-pieces.ts';
import type { RouteWish, World } from './route-world.ts';

/** The distance that neighbouring lines should have, on a side of a box and in the open. */
const PORT_GAP = 24;
const LANE_GAP = 18;
const LEAST_GAP = 12;
/** In gaps up to this wide, lines run in the middle; in wider ones they stay where they are. */
const NARROW = 200;
const ROUNDS = 24;

/** Where each piece would like to be: evenly spread over the side that it leaves, or in the middle of a narrow gap. */
function wantedPlaces(pieces: readonly MovablePiece[]): number[] {
  const sides = new Map<string, MovablePiece[]>();
  for (const piece of pieces) for (const { key } of piece.ends) sides.set(key, [...(sides.get(key) ?? []), piece]);
  const port = (piece: MovablePiece, end: MovablePiece['ends'][number]): number => {
    const all = sides.get(end.key) as MovablePiece[];
    const order = [...all].sort((a, b) => a.at - b.at);
    const gap = Math.min(PORT_GAP, end.room / Math.max(1, all.length - 1));
    return end.centre + (order.indexOf(piece) - (all.length - 1) / 2) * gap;
  };
  return pieces.map((piece) => {
    if (piece.ends.length > 0) return piece.ends.reduce((sum, end) => sum + port(piece, end), 0) / piece.ends.length;
    return piece.high - piece.low < NARROW ? (piece.low + piece.high) / 2 : piece.at;
  });
}

interface Order { readonly before: MovablePiece; readonly after: MovablePiece; readonly gap: number }

/** Neighbours along the same stretch keep their order and a distance. */
function orders(pieces: readonly MovablePiece[]): Order[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at || a.from - b.from);
  const found: Order[] = [];
  sorted.forEach((before, i) => {
    for (let j = i + 1; j < sorted.length; j++) {
      const after = sorted[j] as MovablePiece;
      if (after.at - before.at > 120) break;
      if (after.from >= before.to + LEAST_GAP || before.from >= after.to + LEAST_GAP || after.route === before.route) continue;
      const shared = before.ends.some((end) => after.ends.some((other) => other.key === end.key));
      const room = shared ? Math.min(...before.ends.map((end) => end.room)) : Infinity;
      found.push({ before, after, gap: Math.min(LANE_GAP, Math.max(LEAST_GAP, room / 4), Math.max(after.at - before.at, LEAST_GAP)) });
    }
  });
  return found;
}

const clamp = (value: number, { low, high }: MovablePiece): number => Math.min(high, Math.max(low, value));

/** Moves pieces towards where they would like to be, as far as order, distance and room allow. */
function settle(pieces: readonly MovablePiece[]): void {
  const wanted = wantedPlaces(pieces);
  const kept = orders(pieces);
  pieces.forEach((piece, i) => (piece.at = clamp(wanted[i] as number, piece)));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (const { before, after, gap } of kept) {
      const missing = gap - (after.at - before.at);
      if (missing <= 0.01) continue;
      const [a, b] = [before.at, after.at];
      before.at = clamp(a - missing / 2, before);
      after.at = clamp(b + missing / 2, after);
      // What one could not give way, the other one does.
      const left = gap - (after.at - before.at);
      if (left > 0.01) {
        before.at = clamp(before.at - left, before);
        after.at = clamp(after.at + gap - (after.at - before.at), after);
      }
      moved += Math.abs(before.at - a) + Math.abs(after.at - b);
    }
    if (moved < 0.1) break;
  }
}

function moved(points: readonly Point[], index: number, horizontal: boolean, at: number): Point[] {
  return points.map((point, i) => (i !== index && i !== index + 1 ? point : horizontal ? { x: point.x, y: at } : { x: at, y: point.y }));
}

function nudgeOnce(world: World, wishes: readonly RouteWish[], ways: Map<string, readonly Point[]>, horizontal: boolean): void {
  const pieces = movablePieces(world, wishes, ways, horizontal);
  settle(pieces);
  for (const { route, index, at } of pieces) ways.set(route, moved(ways.get(route) as readonly Point[], index, horizontal, Math.round(at)));
}

/**
 * Makes routes even without changing their order: ends are spread over the middle of their side, pieces run in the middle of narrow gaps,
 * neighbours keep a distance.
 */
export function* nudgeRoutes(world: World, wishes: readonly RouteWish[], found: ReadonlyMap<string, readonly Point[]>): Work<Map<string, readonly Point[]>> {
  const ways = new Map(found);
  const mine = wishes.filter((wish) => ways.has(wish.id));
  for (const horizontal of [true, false, true, false]) {
    yield;
    nudgeOnce(world, mine, ways, horizontal);
  }
  return ways;
}
