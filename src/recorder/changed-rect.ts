import type { Rect } from '../shared/geometry.ts';

/** The smallest rectangle around all pixels in which two pictures of a size differ, undefined where they are the same; a pixel is a word. */
export function changedRect(before: Uint32Array, now: Uint32Array, width: number, height: number): Rect | undefined {
  const differs = (row: number): boolean => {
    for (let at = row * width, end = at + width; at < end; at++) if (before[at] !== now[at]) return true;
    return false;
  };
  let top = 0;
  while (top < height && !differs(top)) top++;
  if (top === height) return undefined;
  let bottom = height - 1;
  while (!differs(bottom)) bottom--;
  let left = width;
  let right = -1;
  for (let row = top; row <= bottom; row++) {
    const start = row * width;
    for (let column = 0; column < left; column++) if (before[start + column] !== now[start + column]) left = column;
    for (let column = width - 1; column > right; column--) if (before[start + column] !== now[start + column]) right = column;
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
