import { nearestColorIndex, type Palette } from 'gifenc';
import type { Rect } from '../shared/geometry.ts';
import { changedRect } from './changed-rect.ts';

/** A rectangle of the picture that differs from the one before, as indices of the palette. */
export interface GifPatch {
  readonly rect: Rect;
  readonly index: Uint8Array;
}

const UNKNOWN = 0xffff;

/**
 * Turns pictures into what has changed since the one before: the smallest rectangle around it, and in it `transparent` where nothing has.
 * A story's picture stands still nearly everywhere, so this is what keeps a GIF small and quick to write.
 */
export class GifFrames {
  /** Index of the palette that stands for "as before". */
  readonly transparent: number;
  private readonly nearest = new Uint16Array(1 << 16).fill(UNKNOWN);
  private shown: Uint32Array | undefined;

  constructor(private readonly palette: Palette, private readonly width: number, private readonly height: number) {
    this.transparent = palette.length;
  }

  /** What differs from the picture before; undefined where nothing does. `pixels` are RGBA, a word each. */
  patch(pixels: Uint32Array): GifPatch | undefined {
    const before = this.shown;
    const rect = before ? changedRect(before, pixels, this.width, this.height) : { x: 0, y: 0, width: this.width, height: this.height };
    if (!rect) return undefined;
    this.shown = pixels;
    return { rect, index: this.indices(pixels, before, rect) };
  }

  private indices(pixels: Uint32Array, before: Uint32Array | undefined, { x, y, width, height }: Rect): Uint8Array {
    const index = new Uint8Array(width * height);
    for (let row = 0, to = 0; row < height; row++) {
      for (let at = (y + row) * this.width + x, end = at + width; at < end; at++, to++) {
        const pixel = pixels[at] as number;
        index[to] = before?.[at] === pixel ? this.transparent : this.indexOf(pixel);
      }
    }
    return index;
  }

  /** Colours that share their upper bits (5, 6 and 5 of them) share an index, whichever of them is seen first. */
  private indexOf(pixel: number): number {
    const red = pixel & 0xff;
    const green = (pixel >>> 8) & 0xff;
    const blue = (pixel >>> 16) & 0xff;
    const key = ((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3);
    const known = this.nearest[key] as number;
    if (known !== UNKNOWN) return known;
    return (this.nearest[key] = nearestColorIndex(this.palette, [(red & 0xf8) | 4, (green & 0xfc) | 2, (blue & 0xf8) | 4]));
  }
}
