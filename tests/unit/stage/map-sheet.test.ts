import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetFor } from '../../../src/stage/map-sheet.ts';

const pane = { x: 0, y: 0, width: 1000, height: 800 };
const map = { width: 1600, height: 1000 };
const view = (scale: number, closest: number) => ({ camera: { scale, x: -12.3, y: 4.5 }, goes: true, moves: true, closest });

describe('the bitmap of a movement', () => {
  it('is drawn smaller, never larger, and never to half its size', () => {
    fc.assert(fc.property(fc.double({ min: 0.2, max: 1.5, noNaN: true }), fc.double({ min: 1, max: 8, noNaN: true }), (scale, nearer) => {
      const sheet = sheetFor(pane, map, view(scale, scale * nearer), 1);
      if (!sheet) return;
      expect(sheet.place.scale).toBeLessThanOrEqual(1.0001);
      expect(sheet.place.scale).toBeGreaterThan(0.4999);
    }));
  });

  it('shows each point of the map where the camera has it', () => {
    const { camera, place } = sheetFor(pane, map, view(0.7, 1.2), 1) ?? expect.fail('no sheet');
    const x = place.x + (camera.x + 300 * camera.scale) * place.scale;
    expect(x).toBeCloseTo(-12.3 + 300 * 0.7, 6);
  });

  it('is the same one all the way, or half of it', () => {
    const sizes = new Set([0.6, 0.7, 0.8, 1, 1.19, 1.2].map((scale) => sheetFor(pane, map, view(scale, 1.2), 1)?.size.width));
    expect([...sizes].sort((a = 0, b = 0) => a - b)).toEqual([960, 1920]);
  });

  it('is not made where it would be larger than several screens', () => {
    expect(sheetFor(pane, map, view(1, 1.2), 1)).toBeDefined();
    expect(sheetFor(pane, map, view(1, 1.2), 2)).toBeUndefined();
  });

  it('of a view that rests is as large as the pane', () => {
    expect(sheetFor(pane, map, { ...view(0.7, 0.7), goes: false, moves: false }, 2)).toMatchObject({ size: { width: 1000, height: 800 }, place: { scale: 1, x: 0, y: 0 } });
  });
});
