import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, run } from './run.ts';

function asked(given: object): string[] {
  return (run('dns-search', given)['queries'] as unknown as { name: string }[]).map(({ name }) => name);
}

describe('dns-search', () => {
  it('finds a Service of its namespace at once', () => {
    const given = { name: 'web', 'exists-at': 'web.default.svc.cluster.local' };
    expect(asked(given)).toEqual(['web.default.svc.cluster.local']);
    expect(run('dns-search', given)).toMatchObject({ count: 1, wasted: 0, packets: 2, dots: 0 });
  });

  it('asks four times for a name outside', () => {
    const given = { name: 'api.example.com', 'exists-at': 'api.example.com' };
    expect(asked(given)).toEqual([
      'api.example.com.default.svc.cluster.local',
      'api.example.com.svc.cluster.local',
      'api.example.com.cluster.local',
      'api.example.com',
    ]);
    expect(run('dns-search', given)).toMatchObject({ count: 4, wasted: 3, packets: 8, answer: 'api.example.com' });
  });

  it('asks once with a dot at the end, or with enough dots', () => {
    expect(asked({ name: 'api.example.com.', 'exists-at': 'api.example.com' })).toEqual(['api.example.com']);
    expect(asked({ name: 'api.example.com', ndots: 2, 'exists-at': 'api.example.com' })).toEqual(['api.example.com']);
  });

  it('asks for everything when nothing exists', () => {
    expect(run('dns-search', { name: 'nowhere' })).toMatchObject({ count: 4, wasted: 4, answer: '' });
  });

  it('never asks twice for the same, and always last for what it finds', () => {
    const label = fc.stringMatching(/^[a-z]{1,4}$/);
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 7 }), fc.integer({ min: 0, max: 15 }), (labels, ndots) => {
        const name = labels.join('.');
        const all = asked({ name, ndots });
        expect(new Set(all).size).toBe(all.length);
        expect(all.indexOf(name)).toBe(labels.length - 1 >= ndots ? 0 : 3);
        for (const exists of all) expect(asked({ name, ndots, 'exists-at': exists }).at(-1)).toBe(exists);
      }),
    );
  });
});

describe('alert', () => {
  it('comes after scrape, evaluation, `for` and the wait for its group', () => {
    expect(run('alert', { for: '5m' })).toMatchObject({ 'scraped-at': 60, 'pending-at': 60, 'firing-at': 360, 'notified-at': 390, latest: 450 });
    expect(run('alert', { for: '5m', 'breaks-at': 20, 'evaluation-phase': 15 })).toMatchObject({
      'scraped-at': 40,
      'pending-at': 55,
      'firing-at': 355,
      'notified-at': 385,
    });
  });

  it('keeps its order and its limit', () => {
    const time = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(time, time, time, fc.integer({ min: 5, max: 120 }), (lasts, breaksAt, phase, evaluation) => {
        const results = run('alert', { for: lasts, 'breaks-at': breaksAt, 'evaluation-phase': phase, evaluation });
        const times = ['scraped-at', 'pending-at', 'firing-at', 'notified-at'].map((name) => numberOf(results, name));
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(numberOf(results, 'firing-at') - numberOf(results, 'pending-at')).toBeGreaterThanOrEqual(lasts);
        expect(times.at(-1)).toBeLessThanOrEqual(numberOf(results, 'latest') + 1e-9);
      }),
    );
  });
});
