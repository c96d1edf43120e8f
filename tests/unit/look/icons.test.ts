import { describe, expect, it } from 'vitest';
import { iconNames } from '../../../src/scenario/kinds.ts';
import { iconPath, ICONS } from '../../../src/look/icons.ts';

/** How many numbers a command of path data takes. */
const ARITY: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

/** The pen's positions at the ends of all segments. */
function ends(path: string): [number, number][] {
  const found: [number, number][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter, rest] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (rest!.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const arity = ARITY[letter!.toLowerCase()]!;
    expect(arity === 0 ? numbers.length : numbers.length % arity, `${letter}${rest}`).toBe(0);
    const relative = letter === letter!.toLowerCase();
    if (arity === 0) [x, y] = [startX, startY];
    for (let i = 0; i < numbers.length; i += arity) {
      const last = numbers.slice(i, i + arity);
      const [dx, dy] = letter!.toLowerCase() === 'h' ? [last[0]!, relative ? 0 : y] : letter!.toLowerCase() === 'v' ? [relative ? 0 : x, last[0]!] : last.slice(-2) as [number, number];
      [x, y] = relative ? [x + dx, y + dy] : [dx, dy];
      if (letter!.toLowerCase() === 'm' && i === 0) [startX, startY] = [x, y];
      found.push([x, y]);
    }
  }
  return found;
}

describe('icons', () => {
  it('are there for every kind', () => {
    expect(iconNames().filter((name) => !Object.hasOwn(ICONS, name))).toEqual([]);
  });

  it.each(Object.entries(ICONS))('%s is path data inside its grid', (_, path) => {
    expect(path).toMatch(/^[MLHVCSQTAZmlhvcsqtaz\d\s.,-]+$/);
    const points = ends(path);
    expect(points.length).toBeGreaterThan(3);
    for (const [x, y] of points) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(1.8);
      expect(Math.max(x, y)).toBeLessThanOrEqual(22.2);
    }
  });

  it('are all different', () => {
    expect(new Set(Object.values(ICONS)).size).toBe(Object.keys(ICONS).length);
  });

  it('fall back to a plain component, own ones first', () => {
    expect(iconPath('constructor')).toBe(ICONS.component);
    expect(iconPath('rocket', new Map([['rocket', 'M4 4h4']]))).toBe('M4 4h4');
  });
});
