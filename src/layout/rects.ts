import type { Rect } from '../shared/geometry.ts';

export const right = (r: Rect): number => r.x + r.width;
export const bottom = (r: Rect): number => r.y + r.height;
export const centreX = (r: Rect): number => r.x + r.width / 2;
export const centreY = (r: Rect): number => r.y + r.height / 2;

/** The rectangle with `by` more on every side. */
export function inflate(r: Rect, by: number, vertically = by): Rect {
  return { x: r.x - by, y: r.y - vertically, width: r.width + 2 * by, height: r.height + 2 * vertically };
}

/** Whether the second rectangle lies wholly in the first. */
export function contains(a: Rect, b: Rect): boolean {
  return a.x <= b.x && a.y <= b.y && right(a) >= right(b) && bottom(a) >= bottom(b);
}

/** The area that two rectangles share. */
export function sharedArea(a: Rect, b: Rect): number {
  const width = Math.min(right(a), right(b)) - Math.max(a.x, b.x);
  const height = Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The smallest rectangle around some; undefined around none. */
export function around(rects: Iterable<Rect>): Rect | undefined {
  let [x, y, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const r of rects) {
    x = Math.min(x, r.x);
    y = Math.min(y, r.y);
    x2 = Math.max(x2, right(r));
    y2 = Math.max(y2, bottom(r));
  }
  return x === Infinity ? undefined : { x, y, width: x2 - x, height: y2 - y };
}

/** The next multiple of 8 that is not smaller: the grid that things stand on. */
export const upTo8 = (value: number): number => Math.ceil(value / 8 - 1e-9) * 8;

/** The nearest multiple of 8. */
export const to8 = (value: number): number => Math.round(value / 8) * 8;
