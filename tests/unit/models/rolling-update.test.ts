import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, run } from './run.ts';

type State = { readonly old: number; readonly new: number; readonly available: number; readonly total: number };

function states(given: object): State[] {
  return run('rolling-update', given)['states'] as unknown as State[];
}

/** `old/new/available`, without the state before the update. */
function told(given: object): string {
  return states(given)
    .slice(1)
    .map((state) => `${state.old}/${state.new}/${state.available}`)
    .join(' ');
}

describe('rolling-update', () => {
  it.each([
    [1, 1, 0, 2, 1, '1/1/1 1/1/2 0/1/1'],
    [3, 1, 0, 4, 3, '3/1/3 3/1/4 2/1/3 2/2/3 2/2/4 1/2/3 1/3/3 1/3/4 0/3/3'],
    [4, 1, 1, 5, 3, '4/1/4 3/1/3 3/2/3 3/2/5 1/2/3 1/4/3 1/4/5 0/4/4'],
    [10, 3, 2, 13, 8, '10/3/10 8/3/8 8/5/8 8/5/13 3/5/8 3/10/8 3/10/13 0/10/10'],
  ])('%i replicas with 25 %% of both', (replicas, surge, unavailable, most, least, sequence) => {
    expect(run('rolling-update', { replicas })).toMatchObject({ surge, unavailable, 'max-pods': most, 'min-available': least });
    expect(told({ replicas })).toBe(sequence);
    expect(states({ replicas })[0]).toEqual({ old: replicas, new: 0, available: replicas, total: replicas });
  });

  it('10 replicas without surge go down first', () => {
    const given = { replicas: 10, 'max-surge': 0, 'max-unavailable': 1 };
    expect(told(given)).toMatch(/^9\/0\/9 9\/1\/9 9\/1\/10 8\/1\/9 /);
    expect(told(given)).toMatch(/ 0\/10\/10$/);
  });

  it('both zero stand for one that may be missing', () => {
    expect(run('rolling-update', { replicas: 2, 'max-surge': '0%', 'max-unavailable': 0 })).toMatchObject({ surge: 0, unavailable: 1 });
  });

  const limit = fc.oneof(
    fc.integer({ min: 0, max: 60 }),
    fc.integer({ min: 0, max: 100 }).map((percent) => `${percent}%`),
  );
  it('never goes beyond its limits, and ends with new Pods alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), limit, limit, (replicas, surge, unavailable) => {
        const given = { replicas, 'max-surge': surge, 'max-unavailable': unavailable };
        const results = run('rolling-update', given);
        const list = states(given);
        for (const [index, state] of list.entries()) {
          expect(state.total).toBe(state.old + state.new);
          expect(state.total).toBeLessThanOrEqual(numberOf(results, 'max-pods'));
          expect(state.available).toBeGreaterThanOrEqual(numberOf(results, 'min-available'));
          expect(state.available).toBeLessThanOrEqual(state.total);
          const before = list[index - 1];
          if (before) expect([state.old <= before.old, state.new >= before.new]).toEqual([true, true]);
        }
        expect(list.at(-1)).toEqual({ old: 0, new: replicas, available: replicas, total: replicas });
      }),
    );
  });
});
