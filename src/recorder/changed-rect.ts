import { around, type Rect } from '../shared/geometry.ts';
import { changedBands } from './changed-bands.ts';

/** The smallest rectangle around all pixels in which two pictures of a size differ, undefined where they are the same; a pixel is a word. */
export function changedRect(before: Uint32Array, now: Uint32Array, width: number, height: number): Rect | undefined {
  return around(changedBands(before, now, width, height));
}
