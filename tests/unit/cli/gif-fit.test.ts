import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, nextQuality, qualitiesBelow } from '../../../src/cli/gif-fit.ts';

describe('a GIF that must not be larger than so much', () => {
  it('loses frames, then colours, then size, and never gains any', () => {
    for (const fps of [5, 15, 25]) {
      const all = qualitiesBelow(fps);
      expect(all[0]).toEqual({ scale: 1, fps, colours: 256 });
      all.slice(1).forEach((one, before) => {
        const better = all[before] as (typeof all)[number];
        expect(one.fps <= better.fps && one.colours <= better.colours && one.scale <= better.scale).toBe(true);
      });
    }
  });

  it('is tried ever lower, until it fits or nothing is left', () => {
    fc.assert(fc.property(fc.integer({ min: 3, max: 50 }), fc.integer({ min: 1, max: 1e8 }), fc.integer({ min: 1, max: 1e8 }), (fps, bytes, limit) => {
      const all = qualitiesBelow(fps);
      let tried = all[0];
      let tries = 0;
      while (tried) {
        const next = nextQuality(all, tried, bytes, limit);
        if (next) expect(all.indexOf(next)).toBeGreaterThan(all.indexOf(tried));
        tried = next;
        tries++;
      }
      expect(tries).toBeLessThanOrEqual(all.length);
    }));
  });

  it('jumps as far as it has to', () => {
    const all = qualitiesBelow(15);
    expect(nextQuality(all, all[0]!, 9_000_000, 8_000_000)).toMatchObject({ scale: 1, colours: 256, fps: 12 });
    expect(nextQuality(all, all[0]!, 9_000_000, 1_000_000)?.scale).toBeLessThan(0.8);
    expect(nextQuality(all, all.at(-1)!, 9_000_000, 10)).toBeUndefined();
  });

  it('knows sizes as people write them', () => {
    expect(['10MB', '800kb', '2.5 M', '123'].map(bytesOf)).toEqual([10_000_000, 800_000, 2_500_000, 123]);
    expect(bytesOf('ten')).toBeUndefined();
  });
});
