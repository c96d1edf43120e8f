import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Work } from '../../../src/shared/work.ts';

/** Milliseconds of the page's clock. */
let clock = 0;
/** What was done, in order: `piece` for a piece of work, `page` when the page was let in. */
let done: string[] = [];

function* pieces(count: number, each: number, name = 'piece'): Work<string> {
  for (let i = 0; i < count; i++) {
    clock += each;
    done.push(name);
    yield;
  }
  return `${name}s done`;
}

/** The longest that the page had to wait, in pieces. */
const longest = (): number => Math.max(...done.join(' ').split('page').map((stretch) => stretch.split(' ').filter(Boolean).length));

beforeEach(() => {
  [clock, done] = [1_000_000, []];
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  vi.stubGlobal('scheduler', { yield: async () => void done.push('page') });
  vi.resetModules();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('work in slices', () => {
  it.each([[1, 12], [3, 4], [5, 3], [12, 1], [40, 1]])('of pieces of %i ms lets the page in after at most %i of them', async (each, most) => {
    const { inSlices } = await import('../../../src/elements/in-slices.ts');
    expect(await inSlices(pieces(100, each))).toBe('pieces done');
    expect(done.filter((what) => what === 'piece')).toHaveLength(100);
    expect(longest()).toBeLessThanOrEqual(most);
  });

  it('shares a slice with other work that goes on at the same time', async () => {
    const { inSlices } = await import('../../../src/elements/in-slices.ts');
    const results = await Promise.all([inSlices(pieces(30, 3, 'one')), inSlices(pieces(30, 3, 'other')), inSlices(pieces(30, 3, 'third'))]);
    expect(results).toEqual(['ones done', 'others done', 'thirds done']);
    // Four pieces fill a slice; a second and third work add at most one each that was begun before the clock told.
    expect(longest()).toBeLessThanOrEqual(6);
  });

  it('lets the page in by a message where the browser has no scheduler', async () => {
    vi.unstubAllGlobals();
    vi.stubGlobal('scheduler', undefined);
    const { inSlices } = await import('../../../src/elements/in-slices.ts');
    expect(await inSlices(pieces(10, 8))).toBe('pieces done');
  });

  it('hands on what the work throws', async () => {
    const { inSlices } = await import('../../../src/elements/in-slices.ts');
    await expect(inSlices((function* (): Work<void> {
      yield;
      throw new Error('no');
    })())).rejects.toThrow('no');
  });
});
