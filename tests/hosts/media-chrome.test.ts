import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { buildWithVite } from './tools/build.ts';
import { openHost, pictureOf, seenIn } from './tools/seen.ts';

let browser: Browser;
beforeAll(async () => {
  await buildWithVite('media-chrome');
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

it('is driven by media-chrome’s controls', async () => {
  const { page, problems } = await openHost(browser, 'media-chrome/');
  await pictureOf(page);
  const player = page.locator('hopline-player');
  const duration = await player.evaluate((element: HTMLElementTagNameMap['hopline-player']) => element.duration);
  await expect.poll(() => page.locator('media-time-range').getAttribute('mediaduration')).toBe(String(duration));

  await page.locator('media-play-button').click();
  await expect.poll(async () => (await seenIn(page)).paused).toBe(false);
  await page.locator('media-play-button').click();
  await expect.poll(async () => (await seenIn(page)).paused).toBe(true);

  // A press in the middle of the line.
  await page.locator('media-time-range').click();
  await expect.poll(() => player.evaluate((element: HTMLElementTagNameMap['hopline-player']) => element.currentTime / element.duration)).toBeCloseTo(0.5, 1);
  await expect.poll(() => page.locator('media-time-display').evaluate((element) => element.shadowRoot?.textContent)).toMatch(/\d:\d\d/);

  await page.locator('media-playback-rate-button').click();
  await expect.poll(() => player.evaluate((element: HTMLElementTagNameMap['hopline-player']) => element.playbackRate)).not.toBe(1);
  expect(problems).toEqual([]);
  await page.context().close();
});
