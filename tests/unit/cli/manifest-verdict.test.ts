import { describe, expect, it } from 'vitest';
import { compareDrawings, TOLERANCE, type Drawing } from '../../../src/cli/manifest-verdict.ts';
import { coarsePicture } from '../../../src/recorder/coarse-picture.ts';

const GREY = 0x60;
/** A grey picture with a lighter square, of so many px and so much lighter. */
function sample(side = 0, lighter = 0): string {
  const [width, height] = [480, 270];
  const word = (grey: number): number => (0xff000000 | (grey << 16) | (grey << 8) | grey) >>> 0;
  return coarsePicture(Uint32Array.from({ length: width * height }, (_, at) => word(at % width < side && at / width < side ? GREY + lighter : GREY)), width, height);
}

function drawing(hashes: readonly string[], samples: Record<number, string>, more: Partial<Drawing['drawn']> & { hopline?: string } = {}): Drawing {
  const { hopline = '1.0.0', ...drawn } = more;
  return { hopline, drawn: { renderer: 'canvas', browser: 'chromium 156', system: 'linux x64', fonts: ['Hopline Sans 500'], ...drawn }, prints: { hashes, samples } };
}

describe('what a manifest and a new drawing have in common', () => {
  const then = drawing(['a', 'b', 'c'], { 0: sample(), 2: sample(20, 60) });

  it('is every pixel, for the same browser on the same system', () => {
    expect(compareDrawings(then, then)).toEqual({ same: true, text: 'all 3 frames are the same, pixel for pixel.' });
    expect(compareDrawings(then, drawing(['a', 'x', 'y'], then.prints.samples))).toEqual({ same: false, text: '2 of 3 frames differ, the first is frame 1.' });
  });

  it('is no less for another version of Hopline or other fonts; they are named where they may be the reason', () => {
    const now = { hopline: '2.0.0', fonts: [] };
    expect(compareDrawings(then, drawing(['a', 'b', 'c'], {}, now)).same).toBe(true);
    expect(compareDrawings(then, drawing(['a', 'b', 'x'], {}, now)).text).toBe(
      '1 of 3 frames differ, the first is frame 2; made by Hopline 1.0.0, this is 2.0.0; the fonts were Hopline Sans 500, now none.',
    );
  });

  it('is the number of frames, everywhere', () => {
    expect(compareDrawings(then, drawing(['a', 'b'], {}))).toEqual({ same: false, text: 'it has 2 frames and not 3.' });
    expect(compareDrawings(then, drawing(['a', 'b', 'c', 'd'], then.prints.samples, { browser: 'chromium 147' })).text).toBe('it has 4 frames and not 3.');
  });

  it('is the picture within a tolerance, for another browser or system', () => {
    for (const other of [{ browser: 'chromium 147' }, { system: 'darwin arm64' }]) {
      const compared = (samples: Record<number, string>): { same: boolean; text: string } => compareDrawings(then, drawing(['x', 'y', 'z'], samples, other));
      expect(compared(then.prints.samples)).toMatchObject({ same: true, text: expect.stringContaining('2 frames compared coarsely differ by at most 0 of 255 in a cell and 0.00 on average; 32 and 1 are allowed') });
      expect(compared({ 0: sample(), 2: sample(20, 60 + TOLERANCE.most) }).same).toBe(true);
      expect(compared({ 0: sample(), 2: sample(20, 61 + TOLERANCE.most) })).toMatchObject({ same: false, text: expect.stringMatching(/^not the same, first seen in frame 2: .* 33 of 255/) });
      // Little, but everywhere.
      expect(compared({ 0: sample(480, TOLERANCE.mean + 1), 2: sample(20, 60) })).toMatchObject({ same: false, text: expect.stringContaining('first seen in frame 0') });
      expect(compared({ 0: sample() })).toMatchObject({ same: false });
    }
  });

  it('is nothing where nothing was kept', () => {
    const empty = drawing(['a'], {});
    expect(compareDrawings(empty, drawing(['a'], { 0: sample() }, { browser: 'chromium 147' })).same).toBe(false);
  });
});
