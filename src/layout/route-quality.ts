import type { Point } from '../shared/geometry.ts';

const BEND = 44;
const CROSSING = 60;
const SHARED = 400;
const APART = 11;

type Way = readonly Point[];
interface Piece { readonly horizontal: boolean; readonly at: number; readonly low: number; readonly high: number }

const known = new WeakMap<Way, readonly Piece[]>();

/** A way's straight pieces; made once, for ways are compared with many others and never changed. */
function piecesOf(way: Way): readonly Piece[] {
  const pieces = known.get(way) ?? makePieces(way);
  known.set(way, pieces);
  return pieces;
}

function makePieces(way: Way): Piece[] {
  return way.slice(1).map((b, i) => {
    const a = way[i] as Point;
    return a.y === b.y
      ? { horizontal: true, at: a.y, low: Math.min(a.x, b.x), high: Math.max(a.x, b.x) }
      : { horizontal: false, at: a.x, low: Math.min(a.y, b.y), high: Math.max(a.y, b.y) };
  });
}

const lies = (at: number, { low, high }: Piece): boolean => at > low && at < high;

/** How often two ways cross, and how often they run so near each other that they look like one. */
export function conflicts(one: Way, other: Way): { readonly crossings: number; readonly shared: number } {
  let [crossings, shared] = [0, 0];
  const others = piecesOf(other);
  for (const a of piecesOf(one)) {
    for (const b of others) {
      if (a.horizontal !== b.horizontal) crossings += lies(a.at, b) && lies(b.at, a) ? 1 : 0;
      else if (Math.abs(a.at - b.at) < APART && Math.min(a.high, b.high) - Math.max(a.low, b.low) > 1) shared++;
    }
  }
  return { crossings, shared };
}

/** What is bad about a way among others: length, corners, crossings, lanes that are shared. */
export function badness(way: Way, others: Iterable<Way>): number {
  let sum = (way.length - 2) * BEND;
  for (let i = 1; i < way.length; i++) {
    const [a, b] = [way[i - 1] as Point, way[i] as Point];
    sum += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  }
  for (const other of others) {
    if (other === way) continue;
    const { crossings, shared } = conflicts(way, other);
    sum += crossings * CROSSING + shared * SHARED;
  }
  return sum;
}
