import type { Rect } from '../shared/geometry.ts';

/** Rows that are the same between two that are not, and yet belong to one band with them. */
const GAP = 16;

/** Rectangles around all pixels in which two pictures of a size differ, from the top down, none beside another; a pixel is a word. */
export function changedBands(before: Uint32Array, now: Uint32Array, width: number, height: number): Rect[] {
  const bands: Rect[] = [];
  let band: { left: number; right: number; top: number; bottom: number } | undefined;
  const close = (): void => {
    if (band) bands.push({ x: band.left, y: band.top, width: band.right - band.left + 1, height: band.bottom - band.top + 1 });
  };
  for (let row = 0, start = 0; row < height; row++, start += width) {
    let left = start;
    const end = start + width;
    while (left < end && before[left] === now[left]) left++;
    if (left === end) continue;
    let right = end - 1;
    while (before[right] === now[right]) right--;
    if (band && row - band.bottom <= GAP) {
      band = { left: Math.min(band.left, left - start), right: Math.max(band.right, right - start), top: band.top, bottom: row };
    } else {
      close();
      band = { left: left - start, right: right - start, top: row, bottom: row };
    }
  }
  close();
  return bands;
}
