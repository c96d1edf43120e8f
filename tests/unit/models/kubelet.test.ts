import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, run } from './run.ts';

describe('termination', () => {
  it('ends by itself where it can', () => {
    expect(run('termination', { 'pre-stop': 5, 'exits-after': 3 })).toEqual({
      'sigterm-at': 5,
      'exit-at': 8,
      'sigkill-at': 30,
      killed: false,
      left: 22,
      'exit-code': 0,
    });
  });

  it('is killed where it does not', () => {
    const killed = { 'sigterm-at': 5, 'exit-at': 30, 'sigkill-at': 30, killed: true, left: 0, 'exit-code': 137 };
    expect(run('termination', { 'pre-stop': 5 })).toEqual(killed);
    expect(run('termination', { 'pre-stop': 5, 'exits-after': 40 })).toEqual(killed);
  });

  it('has two seconds left when preStop took all', () => {
    expect(run('termination', { 'pre-stop': 45 })).toMatchObject({ 'sigterm-at': 30, 'sigkill-at': 32, killed: true });
    expect(run('termination', { 'pre-stop': '29s', 'exits-after': 1.5 })).toMatchObject({ 'exit-at': 30.5, killed: false, left: 0.5 });
  });

  it('is over by SIGKILL at the latest', () => {
    const time = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(time, time, fc.option(time, { nil: undefined }), (grace, preStop, exits) => {
        const results = run('termination', { grace, 'pre-stop': preStop, ...(exits !== undefined && { 'exits-after': exits }) });
        const [term, exit, kill] = ['sigterm-at', 'exit-at', 'sigkill-at'].map((name) => numberOf(results, name)) as [number, number, number];
        expect(term).toBeLessThanOrEqual(exit);
        expect(exit).toBeLessThanOrEqual(kill);
        expect(kill).toBeLessThanOrEqual(grace + 2);
        expect(results['killed']).toBe(exits === undefined || term + exits > kill);
      }),
    );
  });
});

describe('probe', () => {
  it('acts after 21 to 31 seconds with the defaults', () => {
    expect(run('probe')).toMatchObject({ earliest: 21, latest: 31, 'not-ready-after': 31 });
    expect(run('probe', { 'breaks-at': 4 })).toMatchObject({
      'not-ready-after': 27,
      failures: [
        { start: 6, at: 7 },
        { start: 16, at: 17 },
        { start: 26, at: 27 },
      ],
    });
  });

  it('acts with the last of its failures, within its limits', () => {
    const given = [fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 600 })] as const;
    fc.assert(
      fc.property(...given, (period, failures, breaksAt) => {
        const results = run('probe', { period, failures, 'breaks-at': breaksAt });
        const list = results['failures'] as unknown as { at: number }[];
        expect(list).toHaveLength(failures);
        expect(list.at(-1)?.at).toBeCloseTo(numberOf(results, 'not-ready-after'));
        expect(numberOf(results, 'not-ready-after')).toBeGreaterThan(numberOf(results, 'earliest'));
        expect(numberOf(results, 'not-ready-after')).toBeLessThanOrEqual(numberOf(results, 'latest'));
      }),
    );
  });
});

describe('backoff', () => {
  it('starts a container that crashes at once at these times', () => {
    expect(run('backoff', { crashes: 8 })).toEqual({
      waits: [0, 10, 20, 40, 80, 160, 300, 300],
      starts: [0, 0, 10, 30, 70, 150, 310, 610, 910],
    });
  });

  it('waits ever longer, up to its cap', () => {
    const given = [fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 60, max: 600 })] as const;
    fc.assert(
      fc.property(...given, (crashes, first, cap) => {
        const { waits, starts } = run('backoff', { crashes, first, cap }) as unknown as { waits: number[]; starts: number[] };
        expect(waits).toEqual([...waits].sort((a, b) => a - b));
        expect(Math.max(...waits)).toBeLessThanOrEqual(cap);
        expect(starts).toHaveLength(crashes + 1);
        for (const [index, wait] of waits.entries()) expect((starts[index + 1] as number) - (starts[index] as number)).toBe(wait);
      }),
    );
  });
});
