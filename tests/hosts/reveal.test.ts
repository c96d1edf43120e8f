import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HoplinePlayer } from '../../src/elements/hopline-player.ts';
import { launchBrowser } from '../tools/launch.ts';
import { HOSTS, PAGES, SITE } from './tools/places.ts';
import { openHost, pictureOf, seenIn, type HostPage } from './tools/seen.ts';

/** Seconds: playing a step stops a hair before the next one begins. */
const HAIR = 0.02;
const STEPS = ['send', 'store', 'answer'];

/** The versions that are promised, and where each keeps what the page imports. */
const VERSIONS = [
  { name: 'reveal.js 5.2', host: 'reveal-5', from: 'reveal.js-5', files: { 'dist/reveal.css': 'reveal.css', 'dist/reveal.esm.js': 'reveal.js', 'plugin/notes/notes.esm.js': 'notes.js' }, print: '?print-pdf' },
  { name: 'reveal.js 6', host: 'reveal-6', from: 'reveal.js', files: { 'dist/reveal.css': 'reveal.css', 'dist/reveal.mjs': 'reveal.js', 'dist/plugin/notes.mjs': 'notes.js' }, print: '?view=print' },
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each(VERSIONS)('a deck of $name', ({ host, from, files, print }) => {
  beforeAll(() => {
    const site = join(SITE, host);
    mkdirSync(join(site, 'reveal'), { recursive: true });
    for (const [file, name] of Object.entries(files)) cpSync(join(HOSTS, 'node_modules', from, file), join(site, 'reveal', name));
    cpSync(join(HOSTS, 'node_modules/hopline/dist/player'), join(site, 'hopline'), { recursive: true });
    cpSync(join(PAGES, 'reveal'), site, { recursive: true });
    cpSync(join(HOSTS, 'flow.yaml'), join(site, 'flow.yaml'));
  });

  it('walks the steps with next and back, and comes to a step by its address', async () => {
    const { page, problems } = await openDeck( `${host}/`);
    await page.keyboard.press('PageDown');
    expect(await pictureOf(page)).toMatchObject({ step: 'send', into: 0, paused: true });
    for (const step of STEPS) {
      await page.keyboard.press('PageDown');
      await atEndOf(page, step);
    }
    await page.keyboard.press('PageDown');
    expect(await placeOf(page)).toEqual({ slide: 'after', shown: 0 });
    await page.keyboard.press('PageUp');
    expect(await placeOf(page)).toEqual({ slide: 'flow', shown: 3 });
    for (const step of STEPS.toReversed()) {
      await atEndOf(page, step);
      await page.keyboard.press('PageUp');
    }
    expect(await seenIn(page)).toMatchObject({ step: 'send', into: 0 });
    // The deck writes its address up to a second later, and would write over the next one.
    await expect.poll(() => new URL(page.url()).hash).toBe('#/flow');
    await page.goto(new URL('#/flow/1', page.url()).href);
    await atEndOf(page, 'store');
    await page.reload();
    await pictureOf(page);
    await atEndOf(page, 'store');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('lands where twenty quick presses lead, both ways', async () => {
    const { page, problems } = await openDeck( `${host}/#/flow`);
    await pictureOf(page);
    for (let press = 0; press < 20; press++) await page.keyboard.press('PageDown');
    expect(await placeOf(page)).toEqual({ slide: 'after', shown: 0 });
    for (let press = 0; press < 2; press++) await page.keyboard.press('PageUp');
    expect(await placeOf(page)).toEqual({ slide: 'flow', shown: 2 });
    await atEndOf(page, 'store');
    for (let press = 0; press < 20; press++) await page.keyboard.press('PageUp');
    expect(await placeOf(page)).toEqual({ slide: 'before', shown: 0 });
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('stands still in the overview, and comes back to its step', async () => {
    const { page, problems } = await openDeck( `${host}/#/flow/0`);
    await pictureOf(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => window.deck.isOverview())).toBe(true);
    expect((await pictureOf(page)).paused).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => window.deck.isOverview())).toBe(false);
    await atEndOf(page, 'send');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('shows the speaker what the audience sees, without moving', async () => {
    const { page, problems } = await openDeck( `${host}/#/flow/0`);
    await pictureOf(page);
    const [speaker] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('s')]);
    const current = await previewOf(speaker, 'current');
    await pictureOf(current);
    await atEndOf(current, 'send');
    await page.bringToFront();
    await page.keyboard.press('PageDown');
    await atEndOf(current, 'store');
    // The preview is set at once, while the audience sees the step played.
    expect((await seenIn(current)).paused).toBe(true);
    await atEndOf(page, 'store');
    // What somebody does in a player is no fragment: the players tell each other. The preview of the next slide is not among them.
    const [here, there] = [page.locator('hopline-player'), current.locator('hopline-player')];
    await expect.poll(() => here.evaluate((player) => (player as HoplinePlayer).peers)).toBe(1);
    await there.evaluate((player) => (player as HoplinePlayer).goToMoment({ step: 'send', part: 'act', fraction: 0.5 }));
    await expect.poll(async () => (await seenIn(page)).step).toBe('send');
    await here.evaluate((player) => Object.assign(player as HoplinePlayer, { rate: 2 }).play());
    await expect.poll(() => there.evaluate((player) => (player as HoplinePlayer).rate)).toBe(2);
    await here.evaluate((player) => (player as HoplinePlayer).goToStep('answer'));
    await expect.poll(async () => (await seenIn(current)).step).toBe('answer');
    await page.keyboard.press('PageDown');
    await atEndOf(page, 'answer');
    await atEndOf(current, 'answer');
    // What a browser says of a window that a script opens is not ours.
    expect(problems.filter((text) => !/about:blank|sandbox/.test(text))).toEqual([]);
    await page.context().close();
  });

  it('scrolls at phone width: the step follows the page', async () => {
    const { page, problems } = await openDeck( `${host}/?scroll`, { viewport: { width: 390, height: 700 } });
    await expect.poll(() => page.evaluate(() => window.deck.isScrollView())).toBe(true);
    const scroll = (): Promise<void> => page.evaluate(() => document.querySelector('.reveal-viewport')?.scrollBy(0, 60));
    await expect.poll(async () => {
      await scroll();
      return (await placeOf(page)).slide;
    }).toBe('flow');
    await pictureOf(page);
    const reached = new Set<string>();
    await expect.poll(async () => {
      const { slide, shown } = await placeOf(page);
      if (slide === 'flow' && shown > 0) reached.add((await seenIn(page)).step);
      await scroll();
      return [...reached];
    }, { timeout: 60_000 }).toEqual(STEPS);
    // On a narrow screen reveal lays out once too early where the page has loaded before its plugins, throws, and does it again when it starts.
    expect(problems.filter((text) => !text.includes("(setting 'innerHTML')"))).toEqual([]);
    await page.context().close();
  });

  it('is printed with a picture for each step', async () => {
    const { page, problems } = await openDeck( `${host}/${print}`);
    await page.waitForFunction(() => document.querySelectorAll('.pdf-page').length > 1, undefined, { timeout: 60_000 });
    const seen = await page.evaluate(() => [...document.querySelectorAll('.pdf-page')].map((sheet) => [...sheet.querySelectorAll<HTMLImageElement>('img')]
      .filter((image) => image.checkVisibility()).map(({ src, alt, naturalWidth }) => ({ src, alt, drawn: naturalWidth > 100 }))));
    expect(seen.map((images) => images.length)).toEqual([0, 1, 1, 1, 1, 0]);
    const pictures = seen.flat();
    expect(new Set(pictures.map(({ src }) => src)).size).toBe(4);
    expect(pictures.map(({ drawn, alt }) => [drawn, alt])).toEqual([[true, expect.any(String)], [true, 'The browser sends the order to the API.'], [true, 'The API stores it.'], [true, 'The browser hears that it is done.']]);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(6);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

/** Opens a deck and waits until it has started: before that it hears no key. */
async function openDeck(address: string, options: BrowserContextOptions = {}): Promise<HostPage> {
  const opened = await openHost(browser, address, options);
  await opened.page.waitForFunction(() => window.deck?.isReady());
  return opened;
}

declare global {
  interface Window {
    deck: { isReady(): boolean; isOverview(): boolean; isScrollView(): boolean };
  }
}

async function atEndOf(page: Page | Frame, step: string): Promise<void> {
  await expect.poll(async () => {
    const seen = await seenIn(page);
    return seen.step === step && seen.paused && Math.abs(seen.into - seen.actions) < HAIR;
  }, { timeout: 20_000, interval: 30, message: `the end of ${step}` }).toBe(true);
}

function placeOf(page: Page): Promise<{ slide: string; shown: number }> {
  return page.evaluate(() => {
    const slide = document.querySelector('.slides section.present');
    return { slide: slide?.id ?? '', shown: slide?.querySelectorAll('.fragment.visible').length ?? 0 };
  });
}

/** One of the two small decks in the speaker's window. */
async function previewOf(speaker: Page, name: 'current' | 'upcoming'): Promise<Frame> {
  const frame = await speaker.waitForSelector(`#${name}-slide iframe`, { timeout: 30_000, state: 'attached' });
  const content = await frame.contentFrame();
  if (!content) throw new Error('The speaker’s window has no deck in it.');
  return content;
}
