import type { Graphics } from 'pixi.js';
import type { Point, Rect } from '../shared/geometry.ts';
import { placeAt, slice, type Place, type RoutePath } from './route-path.ts';

/** A stroke: width in the painter's units, colour as a number, opacity. */
export interface Pen {
  readonly width: number;
  readonly color: number;
  readonly alpha?: number;
}

/** A line through points, open, with round joins. */
export function line(g: Graphics, points: readonly Point[], pen: Pen, cap: 'butt' | 'round' = 'round'): void {
  const first = points[0];
  if (!first || points.length < 2) return;
  g.moveTo(first.x, first.y);
  for (let i = 1; i < points.length; i++) g.lineTo((points[i] as Point).x, (points[i] as Point).y);
  g.stroke({ width: pen.width, color: pen.color, alpha: pen.alpha ?? 1, cap, join: 'round' });
}

/** Dashes along a way: the Canvas renderer knows no dash pattern, so each dash is a segment of its own. */
export function dashes(g: Graphics, path: RoutePath, pen: Pen, dash: number, gap: number, from = 0, to = path.length): void {
  if (to - from < 0.5) return;
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
export function dots(g: Graphics, path: RoutePath, pen: Pen, gap: number, from = 0, to = path.length): void {
  if (to <= from) return;
  for (let d = from; d <= to; d += gap) {
    const place = placeAt(path, d);
    g.circle(place.x, place.y, pen.width / 2);
  }
  g.fill({ color: pen.color, alpha: pen.alpha ?? 1 });
}

/** A filled arrowhead with its tip at a place. */
export function arrowhead(g: Graphics, tip: Place, length: number, color: number, alpha = 1): void {
  const half = length * 0.52;
  const bx = tip.x - tip.dx * length;
  const by = tip.y - tip.dy * length;
  g.poly([tip.x, tip.y, bx - tip.dy * half, by + tip.dx * half, bx + tip.dy * half, by - tip.dx * half]).fill({ color, alpha });
}

/** An open arrowhead: a quiet hint of direction. */
export function chevron(g: Graphics, tip: Place, size: number, pen: Pen): void {
  const bx = tip.x - tip.dx * size;
  const by = tip.y - tip.dy * size;
  const half = size * 0.62;
  g.moveTo(bx - tip.dy * half, by + tip.dx * half)
    .lineTo(tip.x, tip.y)
    .lineTo(bx + tip.dy * half, by - tip.dx * half)
    .stroke({ width: pen.width, color: pen.color, alpha: pen.alpha ?? 1, cap: 'round', join: 'round' });
}

/** A cross in a disc: the sign of failure, readable without its colour. */
export function cross(g: Graphics, x: number, y: number, size: number, color: number, ground: number, alpha = 1): void {
  const r = size / 2;
  g.circle(x, y, r + 5).fill({ color: ground, alpha });
  g.circle(x, y, r + 5).stroke({ width: 2.5, color, alpha });
  const arm = r * 0.62;
  g.moveTo(x - arm, y - arm).lineTo(x + arm, y + arm).moveTo(x + arm, y - arm).lineTo(x - arm, y + arm);
  g.stroke({ width: Math.max(3.5, size / 6), color, alpha, cap: 'round' });
}

/** A rounded rectangle whose corners are true arcs (Pixi's own are parabolas, which shows on pills and rings). */
export function round(g: Graphics, box: Rect, radius: number): Graphics {
  const r = Math.max(0, Math.min(radius, box.width / 2, box.height / 2));
  const { x, y } = box;
  const right = x + box.width;
  const bottom = y + box.height;
  if (r < 0.5) return g.rect(x, y, box.width, box.height);
  const points: number[] = [];
  const steps = r > 24 ? 12 : 8;
  const corner = (cx: number, cy: number, start: number): void => {
    for (let i = 0; i <= steps; i++) {
      const angle = start + (Math.PI / 2) * (i / steps);
      points.push(cx + Math.cos(angle) * r, cy + Math.sin(angle) * r);
    }
  };
  corner(right - r, y + r, -Math.PI / 2);
  corner(right - r, bottom - r, 0);
  corner(x + r, bottom - r, Math.PI / 2);
  corner(x + r, y + r, Math.PI);
  return g.poly(points, true);
}
