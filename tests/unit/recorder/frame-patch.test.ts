import { describe, expect, it } from 'vitest';
import { changedBands } from '../../../src/recorder/changed-bands.ts';
import { applyPatch, framePatch } from '../../../src/recorder/frame-patch.ts';
import { seededRandom } from '../../../src/shared/random.ts';

const WIDTH = 40;
const HEIGHT = 90;
const BLANK = new Uint32Array(WIDTH * HEIGHT);
const dotted = (...dots: readonly (readonly [x: number, y: number])[]): Uint32Array => {
  const picture = BLANK.slice();
  for (const [x, y] of dots) picture[y * WIDTH + x] = 7;
  return picture;
};

describe('what has changed in a picture', () => {
  it('is a rectangle around neighbours, and one for each that is far from others', () => {
    expect(changedBands(BLANK, dotted([3, 5], [9, 20], [39, 89]), WIDTH, HEIGHT)).toEqual([{ x: 3, y: 5, width: 7, height: 16 }, { x: 39, y: 89, width: 1, height: 1 }]);
    expect(changedBands(BLANK, BLANK, WIDTH, HEIGHT)).toEqual([]);
  });

  it('makes the one before into the next, again and again', () => {
    const random = seededRandom('patches');
    const copy = BLANK.slice();
    let shown: Uint32Array | undefined;
    for (let frame = 0; frame < 40; frame++) {
      const now = frame % 5 === 4 && shown ? shown : dotted(...Array.from({ length: 4 }, () => [Math.floor(random() * WIDTH), Math.floor(random() * HEIGHT)] as const));
      const patch = framePatch(shown, now, WIDTH, HEIGHT);
      if (now === shown) expect(patch).toHaveLength(0);
      applyPatch(copy, patch, WIDTH);
      expect(copy).toEqual(now);
      shown = now;
    }
  });

  it('must fit', () => {
    expect(() => applyPatch(BLANK.slice(), Uint32Array.of(39, 0, 2, 1, 1, 1), WIDTH)).toThrow(RangeError);
    expect(() => applyPatch(BLANK.slice(), Uint32Array.of(0, 90, 1, 1, 1), WIDTH)).toThrow(RangeError);
    expect(() => applyPatch(BLANK.slice(), Uint32Array.of(0, 0, 2, 2, 1), WIDTH)).toThrow(RangeError);
  });
});
