import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stills, type StillOrder } from '../../../src/app/stills.ts';
import type { Scenario } from '../../../src/scenario/model.ts';

const order = (name: string, theme: StillOrder['theme'] = 'dark'): StillOrder => ({
  scenario: scenarios[name] as Scenario, theme, language: 'en', width: 320, height: 180, pixelRatio: 1,
});
const scenarios: Record<string, Scenario> = Object.fromEntries(
  Array.from({ length: 50 }, (_, i) => [`s${i}`, { id: `s${i}` } as Scenario]),
);
const never = new AbortController().signal;

describe('the stills', () => {
  let painted: string[] = [];
  let atOnce = 0;
  let most = 0;
  const closed: string[] = [];
  const paint = async ({ scenario, theme }: StillOrder): Promise<ImageBitmap> => {
    most = Math.max(most, ++atOnce);
    await new Promise((resolve) => setTimeout(resolve));
    atOnce--;
    painted.push(`${scenario.id} ${theme}`);
    return { close: () => void closed.push(scenario.id) } as unknown as ImageBitmap;
  };

  beforeEach(() => {
    painted = [];
    atOnce = most = 0;
    closed.length = 0;
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('are drawn one after the other, in the order of the asking', async () => {
    const stills = new Stills(paint);
    await Promise.all(['s0', 's1', 's2'].map((name) => stills.order(order(name), never)));
    expect(painted).toEqual(['s0 dark', 's1 dark', 's2 dark']);
    expect(most).toBe(1);
  });

  it('are kept for the same scenario, theme, language and size', async () => {
    const stills = new Stills(paint);
    const first = await stills.order(order('s0'), never);
    expect(await stills.order(order('s0'), never)).toBe(first);
    await stills.order(order('s0', 'light'), never);
    expect(painted).toEqual(['s0 dark', 's0 light']);
  });

  it('are not drawn for a card that has gone meanwhile', async () => {
    const stills = new Stills(paint);
    const gone = new AbortController();
    const first = stills.order(order('s0'), never);
    const second = stills.order(order('s1'), gone.signal);
    gone.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    await first;
    expect(painted).toEqual(['s0 dark']);
  });

  it('go on after one that failed', async () => {
    const stills = new Stills(async (what) => {
      if (what.scenario.id === 's0') throw new Error('no stage');
      return paint(what);
    });
    const failed = stills.order(order('s0'), never);
    const good = stills.order(order('s1'), never);
    await expect(failed).rejects.toThrow('no stage');
    await good;
    expect(painted).toEqual(['s1 dark']);
  });

  it('free the oldest pictures, and in the end all', async () => {
    const stills = new Stills(paint);
    for (let i = 0; i < 46; i++) await stills.order(order(`s${i}`), never);
    expect(closed).toEqual(['s0', 's1', 's2', 's3', 's4', 's5']);
    stills.dispose();
    expect(closed).toHaveLength(46);
  });
});
