import type { Rect } from '../shared/geometry.ts';
import { changedBands } from './changed-bands.ts';

/** Of a rectangle: its left, top, width and height. */
const HEAD = 4;

/** What a picture has that the one before had not, as one run of words: rectangles, each with its pixels (RGBA). Empty where nothing has changed. */
export function framePatch(before: Uint32Array | undefined, now: Uint32Array, width: number, height: number): Uint32Array<ArrayBuffer> {
  const rects = before ? changedBands(before, now, width, height) : [{ x: 0, y: 0, width, height }];
  const patch = new Uint32Array(rects.reduce((sum, rect) => sum + HEAD + rect.width * rect.height, 0));
  let at = 0;
  for (const rect of rects) {
    patch.set([rect.x, rect.y, rect.width, rect.height], at);
    at += HEAD;
    for (let row = 0; row < rect.height; row++, at += rect.width) {
      const from = (rect.y + row) * width + rect.x;
      patch.set(now.subarray(from, from + rect.width), at);
    }
  }
  return patch;
}

/** Makes the picture before into the next one. Throws where the patch is none of that picture's. */
export function applyPatch(picture: Uint32Array, patch: Uint32Array, width: number): void {
  for (let at = 0; at < patch.length; ) {
    const rect = rectAt(patch, at);
    at += HEAD;
    if (rect.x + rect.width > width || (rect.y + rect.height) * width > picture.length || at + rect.width * rect.height > patch.length) {
      throw new RangeError('A frame does not fit.');
    }
    for (let row = 0; row < rect.height; row++, at += rect.width) picture.set(patch.subarray(at, at + rect.width), (rect.y + row) * width + rect.x);
  }
}

function rectAt(patch: Uint32Array, at: number): Rect {
  const [x = 0, y = 0, width = 0, height = 0] = patch.subarray(at, at + HEAD);
  return { x, y, width, height };
}
