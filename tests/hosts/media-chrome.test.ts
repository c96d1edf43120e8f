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

  // Pointing at the line tells the chapter there.
  const line = (await page.locator('media-time-range').boundingBox())!;
  const last = await player.evaluate((element: HTMLElementTagNameMap['hopline-player']) => ({ title: element.steps.at(-1)!.title, at: (element.steps.at(-1)!.start + 0.2) / element.duration }));
  await page.mouse.move(line.x + line.width * last.at, line.y + line.height / 2);
  await expect.poll(() => page.locator('media-time-range').getAttribute('mediapreviewchapter')).toBe(last.title);

  const narration = (): Promise<string | undefined> => player.evaluate((element) => {
    const caption = element.shadowRoot?.querySelector('hopline-caption');
    return caption?.shadowRoot?.querySelector('.entry:not([data-ghost]) .narration')?.textContent;
  });
  const said = (language: 'en' | 'ko'): Promise<string> => player.evaluate((element: HTMLElementTagNameMap['hopline-player'], wanted) => {
    const { trace, currentStep } = element;
    return trace!.scenario.steps.find(({ id }) => id === currentStep!.id)!.say[wanted]!;
  }, language);
  expect(await narration()).toBeUndefined();
  await page.locator('media-captions-button').click();
  await expect.poll(narration).toBe(await said('en'));
  await page.locator('media-captions-menu-button').click();
  await page.locator('media-captions-menu').getByText('한국어').click();
  await expect.poll(narration).toBe(await said('ko'));
  await page.locator('media-captions-button').click();
  await expect.poll(narration).toBeUndefined();

  // A page's own buttons beside them: what they show follows.
  for (let press = 0; press < 20; press++) await player.evaluate((element: HTMLElementTagNameMap['hopline-player']) => element.next());
  expect(await seenIn(page)).toMatchObject({ step: 'answer', ended: true });
  await expect.poll(() => page.locator('media-time-range').getAttribute('mediacurrenttime')).toBe(String(await player.evaluate((element: HTMLElementTagNameMap['hopline-player']) => element.duration)));
  for (let press = 0; press < 20; press++) await player.evaluate((element: HTMLElementTagNameMap['hopline-player']) => element.previous());
  expect(await seenIn(page)).toMatchObject({ step: 'send', into: 0 });
  await expect.poll(() => page.locator('media-time-range').getAttribute('mediacurrenttime')).toBe('0');

  const filled = (): Promise<string | undefined> => page.evaluate(() => document.fullscreenElement?.localName);
  await page.locator('media-fullscreen-button').click();
  await expect.poll(filled).toBe('media-controller');
  await page.locator('media-fullscreen-button').click();
  await expect.poll(filled).toBeUndefined();
  expect(problems).toEqual([]);
  await page.context().close();
});
