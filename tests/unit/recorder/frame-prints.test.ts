import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COARSE, coarseDifference, coarsePicture } from '../../../src/recorder/coarse-picture.ts';
import { frameHash } from '../../../src/recorder/frame-hash.ts';

const OPAQUE = 0xff000000;

describe('the hash of a frame', () => {
  it('differs when any one pixel does, or two change places', () => {
    fc.assert(fc.property(fc.uint32Array({ minLength: 2, maxLength: 64 }), fc.nat(), fc.integer({ min: 1, max: 0xffffff }), (pixels, seed, change) => {
      const at = seed % pixels.length;
      const other = pixels.slice();
      other[at] = ((pixels[at] as number) ^ change) >>> 0;
      expect(frameHash(other)).not.toBe(frameHash(pixels));
      expect(frameHash(pixels.slice())).toBe(frameHash(pixels));
      expect(frameHash(pixels)).toMatch(/^[0-9a-f]{16}$/);
    }));
    expect(frameHash(Uint32Array.of(1, 2))).not.toBe(frameHash(Uint32Array.of(2, 1)));
  });
});

describe('a coarse picture', () => {
  it('has the colour of a plain one in every cell, of any size', () => {
    for (const [width, height] of [[96, 54], [97, 55], [20, 10]] as const) {
      const plain = new Uint32Array(width * height).fill((OPAQUE | 0x302010) >>> 0);
      expect(coarsePicture(plain, width, height)).toBe('102030'.repeat(COARSE.columns * COARSE.rows));
    }
  });

  it('shows where something is, and by how much it differs', () => {
    const dark = new Uint32Array(96 * 54).fill(OPAQUE);
    const spot = dark.slice();
    spot[0] = 0xffffffff;
    const cells = coarsePicture(spot, 96, 54);
    expect(cells.slice(0, 12)).toBe('404040000000');
    expect(coarseDifference(cells, coarsePicture(dark, 96, 54))).toEqual({ most: 0x40, mean: 0x40 / (COARSE.columns * COARSE.rows) });
    expect(coarseDifference(cells, cells)).toEqual({ most: 0, mean: 0 });
    expect(coarseDifference(cells, '')).toEqual({ most: Infinity, mean: Infinity });
    expect(coarseDifference('', '')).toEqual({ most: Infinity, mean: Infinity });
  });
});
