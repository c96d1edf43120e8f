import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { coloursIn, openApp, stateOf, untilDrawn } from './app-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe('the app', () => {
  it('opens on pod creation, ready to play, and plays it', async () => {
    const { page, player, problems, close } = await openApp(browser);
    expect(await stateOf(player)).toMatchObject({ title: 'Pod creation', level: 1, lang: 'en', paused: true, currentTime: 0 });
    expect(await page.title()).toBe('Pod creation – Hopline');
    expect(new URL(page.url()).hash).toBe('');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(async () => (await stateOf(player)).currentTime).toBeGreaterThan(0.5);
    expect((await stateOf(player)).paused).toBe(false);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    expect((await stateOf(player)).paused).toBe(true);
    expect(problems).toEqual([]);
    await close();
  });

  it('plays by itself where the address asks for it, but not a link to a place, nor for who minds that things move', async () => {
    const playing = await openApp(browser, '?play');
    await expect.poll(async () => (await stateOf(playing.player)).currentTime, { timeout: 30_000 }).toBeGreaterThan(0.2);
    await playing.page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect.poll(() => new URL(playing.page.url()).hash).not.toBe('');
    await playing.page.reload();
    await untilDrawn(playing.page);
    const still = await openApp(browser, '?play', { reducedMotion: 'reduce' });
    // What comes after the first picture is there, so it would play by now.
    for (const { page, player } of [playing, still]) {
      await page.getByRole('button', { name: 'Export', exact: true }).waitFor();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      expect((await stateOf(player)).paused).toBe(true);
    }
    await playing.close();
    await still.close();
  });

  it('has a gallery with pictures that are not blank, and opens what one picks', async () => {
    const { page, player, problems, close } = await openApp(browser);
    await page.getByRole('link', { name: 'Gallery', exact: true }).click();
    await expect.poll(() => page.title()).toBe('Gallery – Hopline');
    expect(await player.isVisible()).toBe(false);
    const cards = page.locator('hopline-scenario-card');
    await expect.poll(() => cards.count()).toBeGreaterThan(1);
    for (const card of await cards.all()) {
      await card.scrollIntoViewIfNeeded();
      await expect.poll(() => coloursIn(card.locator('canvas')), { timeout: 30_000 }).toBeGreaterThan(30);
      expect(await card.locator('p').innerText()).not.toBe('');
    }
    const title = await cards.nth(1).locator('h4').innerText();
    await cards.nth(1).locator('a').click();
    await expect.poll(() => page.title()).toBe(`${title} – Hopline`);
    await expect.poll(async () => (await stateOf(player)).title).toBe(title);
    // The player has the focus, so that its keys work at once.
    await page.keyboard.press('k');
    await expect.poll(async () => (await stateOf(player)).paused).toBe(false);
    await page.keyboard.press('k');
    await expect.poll(async () => (await stateOf(player)).paused).toBe(true);
    await page.goBack();
    await expect.poll(() => page.title()).toBe('Gallery – Hopline');
    expect(problems).toEqual([]);
    await close();
  });

  it('speaks Korean where the browser does, and English at a word', async () => {
    const { page, player, problems, close } = await openApp(browser, '', { locale: 'ko-KR' });
    expect(await page.title()).toBe('파드 생성 – Hopline');
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await page.getByRole('combobox', { name: '언어' }).first().selectOption('en');
    await expect.poll(() => page.title()).toBe('Pod creation – Hopline');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await untilDrawn(page);
    expect((await stateOf(player)).lang).toBe('en');
    expect(problems).toEqual([]);
    await close();
  });

  it.each([
    ['light', 'rgb(244, 247, 251)'],
    ['dark', 'rgb(10, 15, 30)'],
  ] as const)('follows the system into the theme %s', async (colorScheme, colour) => {
    const { page, close } = await openApp(browser, '', { colorScheme });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(colour);
    await close();
  });

  it('keeps the theme that was chosen', async () => {
    const { page, close } = await openApp(browser, '#/gallery', {}, false);
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('contrast');
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(0, 0, 0)');
    await page.reload();
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('contrast');
    await close();
  });

  it('does without storage', async () => {
    const { page, problems, close } = await openApp(browser, '#/gallery', {}, false);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('refused', 'SecurityError'); } });
    });
    await page.reload();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('light');
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('light');
    expect(problems).toEqual([]);
    await close();
  });
});
