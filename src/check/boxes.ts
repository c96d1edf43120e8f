import { contains, inflate, overlaps, type Rect } from '../shared/geometry.ts';
import type { Route } from '../layout/types.ts';

/** Whether two boxes share more than a hair: `by` map units in both directions. */
export function covers(a: Rect, b: Rect, by = 1): boolean {
  return overlaps(inflate(a, -by), b);
}

/** Whether a box stands in another one, but for a hair. */
export function isWithin(inner: Rect, outer: Rect, by = 1): boolean {
  return contains(inflate(outer, by), inner);
}

/** Whether a line runs through a box, not only along its rim. */
export function runsThrough({ points }: Route, box: Rect, by = 1): boolean {
  return points.slice(1).some((b, i) => {
    const a = points[i] as (typeof points)[number];
    // A straight piece has no width or no height: it is in the box where it lies strictly between two of its rims.
    const [left, right, top, bottom] = [Math.min(a.x, b.x), Math.max(a.x, b.x), Math.min(a.y, b.y), Math.max(a.y, b.y)];
    return left < box.x + box.width - by && right > box.x + by && top < box.y + box.height - by && bottom > box.y + by;
  });
}
