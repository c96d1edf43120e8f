import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, run } from './run.ts';

describe('lease-election', () => {
  it('is over 15 to 24 seconds after the last renewal', () => {
    expect(run('lease-election', { standbys: ['cp2', 'cp3'] })).toMatchObject({ earliest: 15, latest: 23.8, 'gives-up-after': 10 });
  });

  it('with two standbys mostly after 16 to 19 seconds', () => {
    const times = Array.from({ length: 200 }, (_, seed) =>
      numberOf(run('lease-election', { standbys: ['cp2', 'cp3'], seed: String(seed) }), 'takeover-after'),
    );
    const usual = times.filter((time) => time >= 15.5 && time <= 19.5).length;
    expect(usual).toBeGreaterThan(160);
    expect(Math.max(...times)).toBeLessThan(24);
  });

  it('has a winner and, with another standby, a loser', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(names, fc.string({ minLength: 1, maxLength: 6 }), (standbys, seed) => {
        const results = run('lease-election', { standbys, seed });
        expect(standbys).toContain(results['winner']);
        if (standbys.length > 1) expect(standbys).toContain(results['loser']);
        expect(results['loser']).not.toBe(results['winner']);
        expect(numberOf(results, 'takeover-after')).toBeGreaterThan(15);
        expect(numberOf(results, 'takeover-after')).toBeLessThanOrEqual(numberOf(results, 'latest'));
      }),
    );
  });
});

describe('node-failure', () => {
  it('with the defaults', () => {
    expect(run('node-failure')).toMatchObject({
      'unknown-earliest': 50,
      'unknown-latest': 55,
      'no-execute-earliest': 55,
      'no-execute-latest': 60,
      'deleted-earliest': 355,
      'deleted-latest': 360,
      'unknown-at': 52,
      'no-execute-at': 57,
      'deleted-at': 357,
    });
  });

  it('ten seconds earlier with the grace period before v1.32', () => {
    expect(run('node-failure', { grace: 40 })).toMatchObject({ 'unknown-earliest': 40, 'deleted-latest': 350 });
  });

  it('taints one node every ten seconds', () => {
    const nodes = run('node-failure', { nodes: 3, phase: 0 })['nodes'] as unknown as Record<string, number>[];
    expect(nodes).toEqual([
      { 'no-execute-at': 55, 'deleted-at': 355 },
      { 'no-execute-at': 65, 'deleted-at': 365 },
      { 'no-execute-at': 75, 'deleted-at': 375 },
    ]);
  });

  it('acts within its limits, in its order, never before the grace period is over', () => {
    const times = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 60 }), times, times, (grace, period, toleration, phase) => {
        const results = run('node-failure', { grace, period, toleration, phase });
        for (const name of ['unknown', 'no-execute', 'deleted']) {
          expect(numberOf(results, `${name}-at`)).toBeGreaterThanOrEqual(numberOf(results, `${name}-earliest`));
          expect(numberOf(results, `${name}-at`)).toBeLessThanOrEqual(numberOf(results, `${name}-latest`));
        }
        expect(numberOf(results, 'unknown-at')).toBeGreaterThanOrEqual(grace);
        expect(numberOf(results, 'no-execute-at') - numberOf(results, 'unknown-at')).toBeCloseTo(period);
        expect(numberOf(results, 'deleted-at') - numberOf(results, 'no-execute-at')).toBeCloseTo(toleration);
      }),
    );
  });
});
