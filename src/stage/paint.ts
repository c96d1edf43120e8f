import type { Point, Rect } from '../shared/geometry.ts';
import { placeAt, slice, type Place, type RoutePath } from './route-path.ts';
import type { TextLook } from './text-look.ts';

/** What shapes are put together from: as much of Pixi's `Graphics` as is used, so that a picture of another kind can take the same strokes. */
export interface Shapes {
  moveTo(x: number, y: number): Shapes;
  lineTo(x: number, y: number): Shapes;
  rect(x: number, y: number, width: number, height: number): Shapes;
  circle(x: number, y: number, radius: number): Shapes;
  poly(points: number[], close?: boolean): Shapes;
  fill(look: { color: number; alpha?: number }): Shapes;
  stroke(look: { width: number; color: number; alpha?: number; cap?: 'butt' | 'round'; join?: 'round' }): Shapes;
  /** Where it keeps a rounded rectangle as one: takes it instead of its outline. */
  rounded?(box: Rect, radius: number): Shapes;
  /** Where it knows dash patterns: takes the way and the pattern instead of each dash; a dash of 0 is a dot. */
  dashed?(path: RoutePath, pen: Pen, dash: number, gap: number, from: number, to: number): void;
}

/** What the parts of a picture are painted on, in order. */
export interface Easel {
  /** The shapes to paint on now: above all that was painted so far. */
  readonly g: Shapes;
  text(text: string, x: number, y: number, look: TextLook): unknown;
  icon(path: string, x: number, y: number, size: number, color: number, alpha: number): void;
  /** Where parts are told apart: what follows, up to the next mark, shows this thing. */
  mark?(kind: MarkKind, id: string | number): void;
}

/** The parts of the map's picture, from the lowest to the uppermost. */
export const MARKS = [
  'group', 'edge', 'title', 'node', 'lit', 'active', 'ring', 'way', 'work', 'presence', 'badges', 'stream', 'token', 'trail', 'head', 'count', 'label', 'failure', 'note', 'clock',
] as const;
export type MarkKind = (typeof MARKS)[number];

/** A stroke: width in the painter's units, colour as a number, opacity. */
export interface Pen {
  readonly width: number;
  readonly color: number;
  readonly alpha?: number;
}

/** A line through points, open, with round joins. */
export function line(g: Shapes, points: readonly Point[], pen: Pen, cap: 'butt' | 'round' = 'round'): void {
  const first = points[0];
  if (!first || points.length < 2) return;
  g.moveTo(first.x, first.y);
  for (let i = 1; i < points.length; i++) g.lineTo((points[i] as Point).x, (points[i] as Point).y);
  g.stroke({ width: pen.width, color: pen.color, alpha: pen.alpha ?? 1, cap, join: 'round' });
}

/** Dashes along a way: the Canvas renderer knows no dash pattern, so each dash is a segment of its own. */
export function dashes(g: Shapes, path: RoutePath, pen: Pen, dash: number, gap: number, from = 0, to = path.length): void {
  if (to - from < 0.5) return;
  if (g.dashed) return g.dashed(path, pen, dash, gap, from, to);
  for (let d = from; d < to; d += dash + gap) {
    const piece = slice(path, d, Math.min(to, d + dash));
    const first = piece[0];
    if (!first || piece.length < 2) continue;
    g.moveTo(first.x, first.y);
    for (let i = 1; i < piece.length; i++) g.lineTo((piece[i] as Point).x, (piece[i] as Point).y);
  }
  g.stroke({ width: pen.width, color: pen.color, alpha: pen.alpha ?? 1, cap: 'butt', join: 'round' });
}

/** Dots along a way, `gap` from centre to centre. */
export function dots(g: Shapes, path: RoutePath, pen: Pen, gap: number, from = 0, to = path.length): void {
  if (to <= from) return;
  if (g.dashed) return g.dashed(path, pen, 0, gap, from, to);
  for (let d = from; d <= to; d += gap) {
    const place = placeAt(path, d);
    g.circle(place.x, place.y, pen.width / 2);
  }
  g.fill({ color: pen.color, alpha: pen.alpha ?? 1 });
}

/** A filled arrowhead with its tip at a place. */
export function arrowhead(g: Shapes, tip: Place, length: number, color: number, alpha = 1): void {
  const half = length * 0.52;
  const bx = tip.x - tip.dx * length;
  const by = tip.y - tip.dy * length;
  g.poly([tip.x, tip.y, bx - tip.dy * half, by + tip.dx * half, bx + tip.dy * half, by - tip.dx * half]).fill({ color, alpha });
}

/** An open arrowhead: a quiet hint of direction. */
export function chevron(g: Shapes, tip: Place, size: number, pen: Pen): void {
  const bx = tip.x - tip.dx * size;
  const by = tip.y - tip.dy * size;
  const half = size * 0.62;
  g.moveTo(bx - tip.dy * half, by + tip.dx * half)
    .lineTo(tip.x, tip.y)
    .lineTo(bx + tip.dy * half, by - tip.dx * half)
    .stroke({ width: pen.width, color: pen.color, alpha: pen.alpha ?? 1, cap: 'round', join: 'round' });
}

/** A cross in a disc: the sign of failure, readable without its colour. */
export function cross(g: Shapes, x: number, y: number, size: number, color: number, ground: number, alpha = 1): void {
  const r = size / 2;
  g.circle(x, y, r + 5).fill({ color: ground, alpha });
  g.circle(x, y, r + 5).stroke({ width: 2.5, color, alpha });
  const arm = r * 0.62;
  g.moveTo(x - arm, y - arm).lineTo(x + arm, y + arm).moveTo(x + arm, y - arm).lineTo(x - arm, y + arm);
  g.stroke({ width: Math.max(3.5, size / 6), color, alpha, cap: 'round' });
}

const SMALL_CORNERS = cornersOf(8);
const LARGE_CORNERS = cornersOf(12);

/** Cosine and sine along four corners, clockwise from the upper end of the one at the top right, each in so many steps. */
function cornersOf(steps: number): Float64Array {
  const found: number[] = [];
  for (const start of [-Math.PI / 2, 0, Math.PI / 2, Math.PI]) {
    for (let i = 0; i <= steps; i++) {
      const angle = start + (Math.PI / 2) * (i / steps);
      found.push(Math.cos(angle), Math.sin(angle));
    }
  }
  return Float64Array.from(found);
}

/** A rounded rectangle whose corners are true arcs (Pixi's own are parabolas, which shows on pills and rings). */
export function round(g: Shapes, box: Rect, radius: number): Shapes {
  const r = Math.max(0, Math.min(radius, box.width / 2, box.height / 2));
  const { x, y } = box;
  const right = x + box.width;
  const bottom = y + box.height;
  if (g.rounded) return g.rounded(box, r);
  if (r < 0.5) return g.rect(x, y, box.width, box.height);
  const arcs = r > 24 ? LARGE_CORNERS : SMALL_CORNERS;
  const points = new Array<number>(arcs.length);
  for (let at = 0; at < arcs.length; at += 2) {
    const corner = Math.floor((4 * at) / arcs.length);
    points[at] = (corner < 2 ? right - r : x + r) + (arcs[at] as number) * r;
    points[at + 1] = (corner === 0 || corner === 3 ? y + r : bottom - r) + (arcs[at + 1] as number) * r;
  }
  return g.poly(points, true);
}
