import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { openDeck, placeOf, placesOf, planOf, playerPlaceOf, type DeckPlace, type PlayerPlace } from './deck-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** A picture with fewer colours shows nothing. */
const BLANK = 12;
/** Seconds: playing a step stops a hair before the next one begins. */
const HAIR = 0.02;
/** What is walked through wholly need not be large: a smaller picture is drawn sooner. */
const SMALL = { width: 800, height: 450 };
/** So many presses lead back: over several flows, and slides without one. */
const BACK = 60;
/** So many steps of each flow are looked at one by one. */
const LOOKED_AT = 3;

/** Waits until the current slide's player shows its picture. */
async function pictureOf(page: Page): Promise<PlayerPlace | undefined> {
  let seen: PlayerPlace | undefined;
  await expect.poll(async () => {
    seen = await playerPlaceOf(page);
    return seen === undefined || (seen.ready && seen.colours > BLANK);
  }, { timeout: 20_000, interval: 40 }).toBe(true);
  return seen;
}

/** The step that the player must be in: the first one's start before any press. */
function expectStep(seen: PlayerPlace | undefined, { slide, shown }: DeckPlace): void {
  if (!seen) return;
  const where = `${slide}, ${shown} steps`;
  expect(seen.step, where).toBe(Math.max(1, shown));
  if (shown === 0) expect(seen.into, where).toBe(0);
  else expect(seen.into, where).toBeLessThanOrEqual(Math.max(seen.actions, HAIR) + HAIR);
}

describe('the deck', () => {
  it('is walked from the first slide to the last with next alone, and back, a step at each press, and no picture is blank', { timeout: 600_000 }, async () => {
    const { page, context, problems, hosts } = await openDeck(browser, '?lang=ko&transition=none', { viewport: SMALL });
    const plan = await planOf(page);
    const places = placesOf(plan);
    expect(plan.filter(({ steps }) => steps > 0).length).toBeGreaterThanOrEqual(20);
    expect(plan.map(({ slide }) => slide)).toEqual(expect.arrayContaining([
      'integrated-view', 'layers', 'pod-creation', 'service-traffic', 'production', 'adoption-phases', 'checklist-security', 'round-technical', 'next-day', 'appendix', 'hpa',
    ]));
    for (const [index, place] of places.entries()) {
      if (index > 0) await page.keyboard.press('PageDown');
      expect(await placeOf(page)).toEqual(place);
      // The middle of a long flow looks as its beginning does: the first steps of each are looked at, and its last one.
      const steps = plan.find(({ slide }) => slide === place.slide)?.steps ?? 0;
      if (place.shown <= LOOKED_AT || place.shown === steps) expectStep(await pictureOf(page), place);
    }
    // Beyond the end there is nothing.
    await page.keyboard.press('PageDown');
    expect(await placeOf(page)).toEqual(places.at(-1));
    for (const place of places.toReversed().slice(1, BACK + 1)) {
      await page.keyboard.press('PageUp');
      expect(await placeOf(page)).toEqual(place);
      const seen = await pictureOf(page);
      expectStep(seen, place);
      // Backwards nothing is played: a step is shown as it ends.
      if (seen && place.shown > 0) expect([seen.paused, Math.abs(seen.into - seen.actions) <= HAIR]).toEqual([true, true]);
    }
    // Few players are awake at a time, whatever was walked through.
    expect(await page.locator('hopline-player[src]').count()).toBeLessThanOrEqual(5);
    expect(problems).toEqual([]);
    expect(hosts.size).toBe(1);
    await context.close();
  });

  it('lands where twenty quick presses lead, both ways, and finishes the step that was running', async () => {
    const { page, context, problems } = await openDeck(browser, '?lang=en&transition=none#/pod-creation');
    await pictureOf(page);
    const places = placesOf(await planOf(page));
    const from = places.findIndex(({ slide }) => slide === 'pod-creation');
    await page.keyboard.press('PageDown');
    await expect.poll(async () => (await playerPlaceOf(page))?.paused, { timeout: 20_000 }).toBe(false);
    // The second press comes while the first step runs.
    await page.keyboard.press('PageDown');
    expectStep(await playerPlaceOf(page), { slide: 'pod-creation', shown: 2 });
    for (let press = 2; press < 20; press++) await page.keyboard.press('PageDown');
    const there = places[from + 20]!;
    expect(await placeOf(page)).toEqual(there);
    expect(there.slide).toBe('service-traffic');
    expectStep(await pictureOf(page), there);
    // The last one is played to its end, and stands there.
    await page.evaluate(() => Object.assign(document.querySelector('.slides section.present hopline-player')!, { rate: 4 }));
    await expect.poll(async () => (await playerPlaceOf(page))?.paused, { timeout: 20_000 }).toBe(true);
    const ended = await playerPlaceOf(page);
    expect([ended?.step, Math.abs(ended!.into - ended!.actions) <= HAIR]).toEqual([there.shown, true]);
    for (let press = 0; press < 20; press++) await page.keyboard.press('PageUp');
    expect(await placeOf(page)).toEqual(places[from]);
    expectStep(await pictureOf(page), places[from]!);
    expect(problems).toEqual([]);
    await context.close();
  });

  it('opens where a link leads, and stays there when it is loaded anew', async () => {
    const { page, context, problems } = await openDeck(browser, '?lang=ko#/service-traffic/2');
    const place = { slide: 'service-traffic', shown: 3 };
    for (const again of [false, true]) {
      if (again) await page.reload();
      await expect.poll(() => placeOf(page), { timeout: 20_000 }).toEqual(place);
      const seen = await pictureOf(page);
      expectStep(seen, place);
      expect(seen?.paused).toBe(true);
    }
    expect(new URL(page.url()).hash).toBe('#/service-traffic/2');
    await page.evaluate(() => (location.hash = '#/pod-creation/7'));
    await expect.poll(() => placeOf(page), { timeout: 20_000 }).toEqual({ slide: 'pod-creation', shown: 8 });
    expectStep(await pictureOf(page), { slide: 'pod-creation', shown: 8 });
    expect(problems).toEqual([]);
    await context.close();
  });

  it('shows an overview with a picture on each slide, in which nothing moves, and comes back to the same step', async () => {
    const { page, context, problems } = await openDeck(browser, '?lang=en#/pod-creation/3');
    await pictureOf(page);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('o');
    await page.waitForSelector('.reveal.overview');
    expect((await playerPlaceOf(page))?.paused).toBe(true);
    const sleeping = page.locator('hopline-player:not([src])');
    expect(await sleeping.count()).toBeGreaterThan(5);
    await expect.poll(() => sleeping.evaluateAll((players) => players.filter((player) => player.shadowRoot?.querySelector<HTMLImageElement>('img.poster')?.naturalWidth).length), { timeout: 60_000 })
      .toBeGreaterThan(3);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.reveal:not(.overview)');
    expect(await placeOf(page)).toEqual({ slide: 'pod-creation', shown: 5 });
    expectStep(await pictureOf(page), { slide: 'pod-creation', shown: 5 });
    expect(problems).toEqual([]);
    await context.close();
  });

  it('goes by itself where it is asked to, each step as long as it lasts', async () => {
    const { page, context } = await openDeck(browser, '?lang=en&transition=none&autoSlide=5000#/service-traffic');
    await page.evaluate(() => {
      const times: number[] = Object.assign(window, { times: [] as number[] }).times;
      document.querySelector('.reveal')?.addEventListener('fragmentshown', () => times.push(performance.now()));
    });
    const times = (): Promise<number[]> => page.evaluate(() => (window as unknown as { times: number[] }).times);
    await expect.poll(async () => (await times()).length, { timeout: 40_000 }).toBe(3);
    const lengths = await page.locator('#service-traffic .fragment').evaluateAll((steps) => steps.map((step) => Number(step.getAttribute('data-autoslide'))));
    const [first, second, third] = (await times()) as [number, number, number];
    expect(lengths.every((length) => length > 1000 && length !== 5000)).toBe(true);
    // A timer of the browser comes late, never early.
    for (const [index, took] of [second - first, third - second].entries()) {
      expect(took - lengths[index]!).toBeGreaterThan(-20);
      expect(took - lengths[index]!).toBeLessThan(1500);
    }
    expect((await playerPlaceOf(page))?.step).toBe(3);
    await context.close();
  });
});
