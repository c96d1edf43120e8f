import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, run } from './run.ts';

describe('raft', () => {
  it.each([
    [1, 1, 0],
    [2, 2, 0],
    [3, 2, 1],
    [4, 3, 1],
    [5, 3, 2],
    [6, 4, 2],
    [7, 4, 3],
  ])('%i members: a quorum of %i, %i may fail', (members, quorum, tolerated) => {
    expect(run('raft', { members })).toMatchObject({ quorum, tolerated, alive: members, available: true });
  });

  it('elects the follower whose timeout is over first', () => {
    const results = run('raft', { members: 3, failed: [1], term: 5, seed: 'story' });
    const timeouts = results['timeouts'] as Readonly<Record<string, number>>;
    const least = Math.min(timeouts['2'] as number, timeouts['3'] as number);
    expect(Object.keys(timeouts)).toEqual(['2', '3']);
    expect(timeouts[String(results['candidate'])]).toBe(least);
    expect(results).toMatchObject({ 'elected-after': least, term: 6, votes: 2, 'missed-heartbeats': Math.floor(least / 0.1) });
  });

  it('elects nobody while the leader lives, and without a majority', () => {
    expect(run('raft', { members: 3, failed: [3], term: 5 })).toMatchObject({ candidate: 1, 'elected-after': 0, term: 5, available: true });
    expect(run('raft', { members: 3, failed: [1, 2], term: 5 })).toMatchObject({ available: false, 'elected-after': 0, term: 5, votes: 1 });
  });

  it('its candidate is a living follower with a majority behind it', () => {
    const members = fc.integer({ min: 1, max: 9 });
    const failed = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 8 });
    fc.assert(
      fc.property(members, failed, fc.string({ minLength: 1, maxLength: 5 }), (count, gone, seed) => {
        const results = run('raft', { members: count, failed: [1, ...gone], seed });
        expect(run('raft', { members: count, failed: [1, ...gone], seed })).toEqual(results);
        expect(numberOf(results, 'quorum') * 2).toBeGreaterThan(count);
        const candidate = numberOf(results, 'candidate');
        expect(results['term']).toBe(results['available'] ? 2 : 1);
        if (!results['available']) return;
        expect(candidate).toBeGreaterThan(1);
        expect(candidate).toBeLessThanOrEqual(count);
        expect(gone).not.toContain(candidate);
        expect(numberOf(results, 'elected-after')).toBeGreaterThanOrEqual(1);
        expect(numberOf(results, 'elected-after')).toBeLessThan(2);
        expect(numberOf(results, 'votes')).toBeGreaterThanOrEqual(numberOf(results, 'quorum'));
      }),
    );
  });
});
