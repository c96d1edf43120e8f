import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { requireBrowser } from '../../src/cli/browser.ts';
import { launchBrowser } from '../tools/launch.ts';
import { runTool } from './tools/build.ts';
import { HOSTS, PAGES, SITE } from './tools/places.ts';
import { openHost, pictureOf, seenIn, type HostPage } from './tools/seen.ts';

/** Seconds: playing a step stops a hair before the next one begins. */
const HAIR = 0.02;
const DECK = 'slidev-deck.md';
const CLI = '@slidev/cli/bin/slidev.mjs';
const EXPORTED = join(SITE, 'slidev-pages');
/** Slides and their clicks: title, three steps, three steps between two clicks, title. */
const PAGES_OF_SLIDES = { 1: 1, 2: 4, 3: 6, 4: 1 };
/** The player of a slide that is shown for what it is; the presenter's small next slide is behind it in the page. */
const CURRENT = '#slideshow hopline-player:visible';
/** A picture with fewer colours shows nothing but its slide. */
const BLANK = 40;

let browser: Browser;
beforeAll(async () => {
  // Slidev takes itself for a global one where its packages are not in the deck's own folder.
  cpSync(join(PAGES, 'slidev', 'slides.md'), join(HOSTS, DECK));
  // A static server knows nothing of a slide's address.
  await runTool('slidev', CLI, ['build', DECK, '--router-mode', 'hash', '--base', '/slidev/', '--out', join(SITE, 'slidev')], HOSTS);
  await runTool('slidev', CLI, ['export', DECK, '--with-clicks', '--format', 'png', '--executable-path', await requireBrowser(), '--timeout', '120000', '--output', EXPORTED], HOSTS, 'development');
  browser = await launchBrowser();
});
afterAll(async () => {
  rmSync(join(HOSTS, DECK), { force: true });
  await browser?.close();
});

describe('a Slidev deck', () => {
  it('walks the steps with next and back, plays them, and comes to a step by its address', async () => {
    const deck = await openDeck('#/1');
    const { page } = deck;
    await page.keyboard.press('ArrowRight');
    expect(await pictureOf(page, CURRENT)).toMatchObject({ step: 'send', into: 0, paused: true });
    // It is heard, as a look may come after the step has ended.
    await page.locator(CURRENT).evaluate((player) => player.addEventListener('play', () => (document.title = 'played'), { once: true }));
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.title()).toBe('played');
    await atEndOf(page, 'send');
    await page.keyboard.press('ArrowRight');
    await atEndOf(page, 'store');
    expect(placeOf(page)).toBe('#/2?clicks=2');
    await page.keyboard.press('ArrowLeft');
    await atEndOf(page, 'send');
    await page.goto('about:blank');
    await page.goto(addressOf('#/2?clicks=3'));
    await pictureOf(page, CURRENT);
    await atEndOf(page, 'answer');
    expect(deck.problems).toEqual([]);
    await page.context().close();
  });

  it('lands where twenty quick presses lead, both ways', async () => {
    const deck = await openDeck('#/2');
    const { page } = deck;
    await pictureOf(page, CURRENT);
    for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => placeOf(page)).toBe('#/4');
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => placeOf(page)).toBe('#/3?clicks=2');
    await atEndOf(page, 'send');
    for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => placeOf(page)).toBe('#/1');
    expect(deck.problems).toEqual([]);
    await page.context().close();
  });

  it('counts its steps among the other clicks of a slide, in the slide’s language', async () => {
    const deck = await openDeck('#/3?clicks=3');
    const { page } = deck;
    await pictureOf(page, CURRENT);
    await atEndOf(page, 'store');
    expect(await page.locator(CURRENT).evaluate((player: HTMLElementTagNameMap['hopline-player']) => player.currentStep?.say)).toBe('API가 저장합니다.');
    const shown = (): Promise<boolean[]> => page.locator('#slideshow .slidev-vclick-target:visible').evaluateAll((all) => all.map((one) => !one.classList.contains('slidev-vclick-hidden')));
    expect(await shown()).toEqual([true, false]);
    for (let press = 0; press < 2; press++) await page.keyboard.press('ArrowRight');
    await expect.poll(shown).toEqual([true, true]);
    await atEndOf(page, 'answer');
    expect(deck.problems).toEqual([]);
    await page.context().close();
  });

  it('shows the speaker what the audience sees, the next step, and what is told', async () => {
    const deck = await openDeck('#/2?clicks=1');
    const { page } = deck;
    await pictureOf(page, CURRENT);
    const speaker = await page.context().newPage();
    await speaker.goto(addressOf('#/presenter/2?clicks=1'));
    await pictureOf(speaker, CURRENT);
    const next = '.next hopline-player';
    await pictureOf(speaker, next);
    await expect.poll(() => seenIn(speaker, next)).toMatchObject({ step: 'store', paused: true });
    await expect.poll(() => speaker.locator('.slidev-note').innerText()).toMatch(/Send[^]*The browser sends the order to the API\.[^]*The API stores it\./);
    await speaker.keyboard.press('ArrowRight');
    await expect.poll(() => seenIn(speaker, next)).toMatchObject({ step: 'answer', paused: true });
    await atEndOf(speaker, 'store');
    await atEndOf(page, 'store');
    expect(deck.problems).toEqual([]);
    await page.context().close();
  });

  it('stands still in the overview, and is as dark as the deck', async () => {
    // Both slides are in sight, as what is not seen is not drawn.
    const deck = await openDeck('#/overview', { viewport: { width: 1280, height: 1400 } });
    const { page } = deck;
    for (const slide of [2, 3]) expect(await pictureOf(page, `[data-slidev-no="${slide}"] hopline-player`)).toMatchObject({ step: 'answer', paused: true });
    const theme = (): Promise<string> => page.locator('hopline-player').first().evaluate((player: HTMLElementTagNameMap['hopline-player']) => player.theme);
    expect(await theme()).toBe('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(theme).toBe('light');
    expect(deck.problems).toEqual([]);
    await page.context().close();
  });

  it('is a picture of the step where a slide is printed', async () => {
    const deck = await openDeck('?print=clicks#/2?clicks=2');
    const { page } = deck;
    const picture = page.locator('[data-slidev-no="2"] .hopline-flow img[data-ready]');
    await expect.poll(() => picture.evaluateAll((images) => images.map((image) => [(image as HTMLImageElement).alt, (image as HTMLImageElement).naturalWidth > 1000]))).toEqual([['The API stores it.', true]]);
    // A canvas of a player that was drawn in another place would be empty on paper.
    expect(await page.locator('hopline-player').count()).toBe(0);
    expect(deck.problems).toEqual([]);
    await page.context().close();
  });

  it('is exported with a picture for each click', async () => {
    const names = readdirSync(EXPORTED).toSorted();
    const wanted = Object.entries(PAGES_OF_SLIDES).flatMap(([slide, pages]) => Array.from({ length: pages }, (_, page) => `00${slide}-0${page + 1}.png`));
    expect(names).toEqual(wanted);
    const files = names.map((name) => readFileSync(join(EXPORTED, name)).toString('base64'));
    expect(new Set(files).size).toBe(names.length);
    const page = await browser.newPage();
    const colours = await Promise.all(files.map((file) => page.evaluate(coloursOfPicture, file)));
    for (const [index, name] of names.entries()) {
      if (/^00[23]/.test(name)) expect(colours[index], name).toBeGreaterThan(BLANK);
    }
    await page.close();
  });
});

function addressOf(place: string): string {
  return new URL(`slidev/${place}`, inject('hostsUrl')).href;
}

/** Opens a deck at a place, and waits until it is there. Its icon and its fonts are on the network, which may be away. */
async function openDeck(place: string, options: BrowserContextOptions = {}): Promise<HostPage> {
  const { page, problems } = await openHost(browser, `slidev/${place}`, options);
  // Before that it hears no key.
  await page.locator('[data-slidev-no]:visible').first().waitFor();
  return { page, get problems() { return problems.filter((text) => !text.includes('Failed to load resource: net::')); } };
}

function placeOf(page: Page): string {
  return new URL(page.url()).hash;
}

async function atEndOf(page: Page, step: string): Promise<void> {
  await expect.poll(async () => {
    const seen = await seenIn(page, CURRENT);
    return seen.step === step && seen.paused && Math.abs(seen.into - seen.actions) < HAIR;
  }, { timeout: 20_000, interval: 30, message: `the end of ${step}` }).toBe(true);
}

async function coloursOfPicture(base64: string): Promise<number> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }), { resizeWidth: 490, resizeHeight: 276, resizeQuality: 'pixelated' });
  const canvas = new OffscreenCanvas(490, 276).getContext('2d')!;
  canvas.drawImage(picture, 0, 0);
  return new Set(new Uint32Array(canvas.getImageData(0, 0, 490, 276).data.buffer)).size;
}
