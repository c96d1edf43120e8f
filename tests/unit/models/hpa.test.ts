import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, run } from './run.ts';

const at = (replicas: number, usage: number | number[], more: object = {}) => run('hpa', { replicas, usage, target: 50, max: 100, ...more });

describe('hpa', () => {
  it.each([
    [3, 80, 5],
    [3, 90, 6],
    [4, 100, 8],
    [10, 30, 6],
    [10, 46, 10],
  ])('%i replicas at %i %% want %i', (replicas, usage, desired) => {
    expect(at(replicas, usage)).toMatchObject({ raw: desired, desired, change: desired - replicas });
  });

  it('takes the mean of the Pods, rounded down', () => {
    expect(at(3, [80, 81, 80])).toMatchObject({ utilization: 80, ratio: 1.6, desired: 5, direction: 'up' });
  });

  it('goes down only to the highest recommendation of its window', () => {
    expect(at(10, 30, { window: [10, 8] })).toMatchObject({ raw: 6, desired: 10, change: 0, direction: 'none' });
    expect(at(10, 30, { window: [6, 7] })).toMatchObject({ desired: 7, direction: 'down', change: -3 });
  });

  it('at most doubles at once, but always may get to four', () => {
    expect(at(3, 500)).toMatchObject({ raw: 30, 'limit-up': 6, desired: 6 });
    expect(at(1, 500)).toMatchObject({ raw: 10, 'limit-up': 4, desired: 4 });
  });

  it('stays between its limits', () => {
    expect(at(4, 100, { max: 6 })['desired']).toBe(6);
    expect(at(4, 1, { min: 2 })['desired']).toBe(2);
  });

  it('changes nothing within the tolerance, else goes the way of the usage', () => {
    const given = [fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 100 })] as const;
    fc.assert(
      fc.property(...given, (replicas, usage, target) => {
        const results = run('hpa', { replicas, usage, target, max: 10_000 });
        const ratio = usage / target;
        expect(numberOf(results, 'desired')).toBeGreaterThanOrEqual(1);
        if (ratio >= 0.9 && ratio <= 1.1) expect(results['change']).toBe(0);
        else if (ratio > 1) expect(results['direction']).toBe('up');
        else expect(numberOf(results, 'change')).toBeLessThanOrEqual(0);
        expect(numberOf(results, 'desired')).toBeLessThanOrEqual(Math.max(2 * replicas, 4));
      }),
    );
  });
});
