import type { Point } from '../shared/geometry.ts';

const BEND = 44;
const CROSSING = 60;
const SHARED = 400;
const APART = 11;

type Way = readonly Point[];
interface Piece { readonly horizontal: boolean; readonly at: number; readonly low: number; readonly high: number }
/** A way's straight pieces, and what they lie in. */
interface Shape { readonly pieces: readonly Piece[]; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
/** How often two ways cross, and how often they run so near each other that they look like one. */
export interface Conflicts { readonly crossings: number; readonly shared: number }

const NONE: Conflicts = { crossings: 0, shared: 0 };

const known = new WeakMap<Way, Shape>();

/** Made once, for ways are compared with many others and never changed. */
function shapeOf(way: Way): Shape {
  let shape = known.get(way);
  if (!shape) known.set(way, (shape = makeShape(way)));
  return shape;
}

function makeShape(way: Way): Shape {
  const pieces = way.slice(1).map((b, i): Piece => {
    const a = way[i] as Point;
    return a.y === b.y
      ? { horizontal: true, at: a.y, low: Math.min(a.x, b.x), high: Math.max(a.x, b.x) }
      : { horizontal: false, at: a.x, low: Math.min(a.y, b.y), high: Math.max(a.y, b.y) };
  });
  const [xs, ys] = [way.map(({ x }) => x), way.map(({ y }) => y)];
  return { pieces, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

const lies = (at: number, { low, high }: Piece): boolean => at > low && at < high;

const farApart = (a: Shape, b: Shape): boolean =>
  a.left - b.right >= APART || b.left - a.right >= APART || a.top - b.bottom >= APART || b.top - a.bottom >= APART;

/** How two ways get into each other's way. */
export function conflicts(one: Way, other: Way): Conflicts {
  const [shape, others] = [shapeOf(one), shapeOf(other)];
  if (farApart(shape, others)) return NONE;
  let [crossings, shared] = [0, 0];
  for (const a of shape.pieces) {
    for (const b of others.pieces) {
      if (a.horizontal !== b.horizontal) crossings += lies(a.at, b) && lies(b.at, a) ? 1 : 0;
      else if (Math.abs(a.at - b.at) < APART && Math.min(a.high, b.high) - Math.max(a.low, b.low) > 1) shared++;
    }
  }
  return crossings + shared === 0 ? NONE : { crossings, shared };
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
