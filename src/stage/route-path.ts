import { aroundPoints, type Point, type Rect } from '../shared/geometry.ts';

/** A way that can be measured: where is 40 % of it, which points lie between 20 % and 60 %. Made once for each route. */
export interface RoutePath {
  readonly points: readonly Point[];
  /** Distance from the start to each point. */
  readonly at: readonly number[];
  readonly length: number;
  /** Around all points; of no size where there is none. */
  readonly box: Rect;
}

/** A point of a way and the unit vector of its direction there. */
export interface Place extends Point {
  readonly dx: number;
  readonly dy: number;
}

const CORNER_STEPS = 6;

/** The way along `corners`, with each corner rounded by at most `radius`. */
export function pathOf(corners: readonly Point[], radius = 14): RoutePath {
  const points: Point[] = [];
  corners.forEach((corner, i) => {
    const before = corners[i - 1];
    const after = corners[i + 1];
    if (!before || !after) push(points, corner);
    else roundCorner(points, before, corner, after, radius);
  });
  const at: number[] = [0];
  for (let i = 1; i < points.length; i++) at.push((at[i - 1] as number) + distance(points[i - 1] as Point, points[i] as Point));
  const box = aroundPoints(points) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { points, at, length: at[at.length - 1] ?? 0, box };
}

/** The same way, walked from its end. */
export function reversed(path: RoutePath): RoutePath {
  return {
    points: [...path.points].reverse(),
    at: path.at.map((d) => path.length - d).reverse(),
    length: path.length,
    box: path.box,
  };
}

/** The place at a distance from the start; beyond the ends it is the end. */
export function placeAt(path: RoutePath, along: number): Place {
  const points = path.points;
  if (points.length < 2) return { ...(points[0] ?? { x: 0, y: 0 }), dx: 1, dy: 0 };
  const i = segmentAt(path, along);
  const a = points[i] as Point;
  const b = points[i + 1] as Point;
  const from = path.at[i] as number;
  const span = (path.at[i + 1] as number) - from || 1;
  const share = Math.min(1, Math.max(0, (along - from) / span));
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share, dx: (b.x - a.x) / span, dy: (b.y - a.y) / span };
}

/** The points from one distance to another, both ends included. */
export function slice(path: RoutePath, from: number, to: number): Point[] {
  if (to <= from) return [];
  const points: Point[] = [placeAt(path, from)];
  for (let i = 0; i < path.points.length; i++) {
    const d = path.at[i] as number;
    if (d > from && d < to) points.push(path.points[i] as Point);
  }
  points.push(placeAt(path, to));
  return points;
}

/** The boxes around each straight piece of a way. */
export function pieces({ points }: Pick<RoutePath, 'points'>): Rect[] {
  return points.slice(1).map((b, i) => aroundPoints([points[i] as Point, b]) as Rect);
}

/** The shortest distance from a point to the way. */
export function distanceTo(path: RoutePath, point: Point): number {
  let least = Infinity;
  for (let i = 1; i < path.points.length; i++) {
    least = Math.min(least, distanceToSegment(point, path.points[i - 1] as Point, path.points[i] as Point));
  }
  return least;
}

/** The way once round a rounded rectangle, from the middle of its top edge, clockwise. */
export function rimPath(box: Rect, radius: number): RoutePath {
  const { x, y, width: w, height: h } = box;
  const r = Math.min(radius, w / 2, h / 2);
  const points: Point[] = [{ x: x + w / 2, y }];
  const corner = (cx: number, cy: number, start: number): void => {
    for (let i = 0; i <= 8; i++) {
      const angle = start + (Math.PI / 2) * (i / 8);
      points.push({ x: cx + Math.cos(angle) * r, y: cy + Math.sin(angle) * r });
    }
  };
  corner(x + w - r, y + r, -Math.PI / 2);
  corner(x + w - r, y + h - r, 0);
  corner(x + r, y + h - r, Math.PI / 2);
  corner(x + r, y + r, Math.PI);
  points.push({ x: x + w / 2, y });
  return pathOf(points, 0);
}

function segmentAt(path: RoutePath, along: number): number {
  let low = 0;
  let high = path.points.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((path.at[middle] as number) <= along) low = middle;
    else high = middle - 1;
  }
  return low;
}

function roundCorner(points: Point[], before: Point, corner: Point, after: Point, radius: number): void {
  const back = distance(before, corner);
  const on = distance(corner, after);
  const r = Math.min(radius, back / 2, on / 2);
  if (r < 0.5) {
    push(points, corner);
    return;
  }
  const a = { x: corner.x + ((before.x - corner.x) * r) / back, y: corner.y + ((before.y - corner.y) * r) / back };
  const b = { x: corner.x + ((after.x - corner.x) * r) / on, y: corner.y + ((after.y - corner.y) * r) / on };
  for (let i = 0; i <= CORNER_STEPS; i++) {
    const t = i / CORNER_STEPS;
    const u = 1 - t;
    push(points, { x: u * u * a.x + 2 * u * t * corner.x + t * t * b.x, y: u * u * a.y + 2 * u * t * corner.y + t * t * b.y });
  }
}

function push(points: Point[], point: Point): void {
  const last = points[points.length - 1];
  if (!last || Math.abs(last.x - point.x) > 0.01 || Math.abs(last.y - point.y) > 0.01) points.push(point);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

function distanceToSegment(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const span = dx * dx + dy * dy;
  const t = span === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / span));
  return Math.hypot(p.x - a.x - dx * t, p.y - a.y - dy * t);
}
