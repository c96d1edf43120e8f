import { describe, expect, it } from 'vitest';
import { distanceTo, pathOf, placeAt, reversed, rimPath, slice } from '../../../src/stage/route-path.ts';

const corners = [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 80 }];

describe('a way', () => {
  it('has the length of its corners when they are not rounded, and less when they are', () => {
    expect(pathOf(corners, 0).length).toBeCloseTo(180);
    const round = pathOf(corners, 20);
    expect(round.length).toBeLessThan(180);
    expect(round.length).toBeGreaterThan(165);
  });

  it('begins and ends where its route does', () => {
    const path = pathOf(corners, 20);
    expect(placeAt(path, 0)).toMatchObject({ x: 0, y: 0, dx: 1, dy: 0 });
    expect(placeAt(path, path.length)).toMatchObject({ x: 100, y: 80 });
    expect(placeAt(path, path.length).dy).toBeCloseTo(1);
    expect(placeAt(path, path.length + 50)).toMatchObject({ x: 100, y: 80 });
  });

  it('is walked back from its end', () => {
    const path = pathOf(corners, 12);
    const back = reversed(path);
    for (const share of [0, 0.2, 0.5, 0.9, 1]) {
      const a = placeAt(path, path.length * share);
      const b = placeAt(back, path.length * (1 - share));
      expect(a.x).toBeCloseTo(b.x);
      expect(a.y).toBeCloseTo(b.y);
    }
  });

  it('is cut into a piece with both its ends', () => {
    const piece = slice(pathOf(corners, 0), 90, 110);
    expect(piece[0]).toMatchObject({ x: 90, y: 0 });
    expect(piece.at(-1)).toMatchObject({ x: 100, y: 10 });
    expect(slice(pathOf(corners, 0), 50, 50)).toEqual([]);
  });

  it('knows how far a point is from it', () => {
    expect(distanceTo(pathOf(corners, 0), { x: 50, y: 7 })).toBeCloseTo(7);
    expect(distanceTo(pathOf(corners, 0), { x: 130, y: 40 })).toBeCloseTo(30);
  });

  it('runs once round a card, from the middle of its top', () => {
    const path = rimPath({ x: 10, y: 10, width: 200, height: 80 }, 16);
    expect(placeAt(path, 0)).toMatchObject({ x: 110, y: 10 });
    expect(placeAt(path, path.length)).toMatchObject({ x: 110, y: 10 });
    expect(path.length).toBeCloseTo(2 * (200 + 80) - (8 - 2 * Math.PI) * 16, 0);
  });

  it('survives a route without length', () => {
    expect(placeAt(pathOf([]), 10)).toMatchObject({ x: 0, y: 0 });
    expect(pathOf([{ x: 5, y: 5 }, { x: 5, y: 5 }]).length).toBe(0);
  });
});
