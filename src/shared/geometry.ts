/** A point in map units (px of the unscaled map). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An axis-aligned rectangle in map units; `x`, `y` are its top left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whether two rectangles share more than a rim. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The rectangle with `by` more on every side. */
export function inflate(r: Rect, by: number, vertically = by): Rect {
  return { x: r.x - by, y: r.y - vertically, width: r.width + 2 * by, height: r.height + 2 * vertically };
}

/** Whether the second rectangle lies wholly in the first. */
export function contains(a: Rect, b: Rect): boolean {
  return a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;
}

/** The area that two rectangles share. */
export function sharedArea(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The smallest rectangle around all points; undefined without any. */
export function aroundPoints(points: readonly Point[]): Rect | undefined {
  return around(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
}

/** The smallest rectangle around all; undefined without any. */
export function around(boxes: Iterable<Rect>): Rect | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}
