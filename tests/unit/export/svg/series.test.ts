import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { easedSamples, Series, type Sample } from '../../../../src/export/svg/series.ts';

const FULL = { numRuns: 60 };

function seriesOf(values: readonly number[]): Series {
  const series = new Series();
  values.forEach((value, i) => series.add(i / 10, [value]));
  return series;
}

/** The value at a time on straight ways between samples. */
function straight(samples: readonly Sample[], time: number): number {
  const next = samples.findIndex((sample) => sample.time >= time - 1e-9);
  const b = samples[next < 0 ? samples.length - 1 : next] as Sample;
  const a = samples[Math.max(0, (next < 0 ? samples.length : next) - 1)] as Sample;
  const share = b.time > a.time ? Math.min(1, (time - a.time) / (b.time - a.time)) : 1;
  return (a.value[0] as number) + ((b.value[0] as number) - (a.value[0] as number)) * share;
}

describe('a series', () => {
  it('stays as near to all of its samples as it was asked to', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 60 }), fc.integer({ min: 0, max: 8 }), (values, tolerance) => {
      const kept = seriesOf(values).simplified(tolerance);
      values.forEach((value, i) => {
        if (i / 10 <= (kept.at(-1)?.time ?? 0)) expect(Math.abs(straight(kept, i / 10) - value)).toBeLessThanOrEqual(tolerance + 1e-6);
      });
    }), FULL);
  });

  it('needs two samples for each straight piece, and none for what repeats', () => {
    const values = [0, 0, 0, 1, 2, 3, 4, 4, 4, 4, 0];
    expect(seriesOf(values).simplified(0.01).map(({ value: [one] }) => one)).toEqual([0, 0, 4, 4, 0]);
    expect(seriesOf([3, 3, 3]).constant).toBe(true);
    expect(seriesOf([3, 3.5, 2.8]).within(0.6)).toBe(true);
    expect(seriesOf([3, 3.5, 2.8]).within(0.4)).toBe(false);
  });

  it('knows a hop, slow at both ends, as one movement', () => {
    const hop = (share: number): number => 300 * (share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) ** 2);
    const values = [...Array<number>(5).fill(0), ...Array.from({ length: 15 }, (_, i) => hop(i / 14)), ...Array<number>(6).fill(300)];
    const series = seriesOf(values);
    expect(easedSamples(series.samples, 0.5).map(({ value: [one] }) => one)).toEqual([0, 0, 300]);
    expect(series.simplified(0.5).length).toBeGreaterThan(6);
  });
});
