import type { Browser, Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HoplinePlayer } from '../../src/elements/hopline-player.ts';
import { launchBrowser } from '../tools/launch.ts';
import { openDeck, placeOf, planOf, playerPlaceOf } from './deck-page.ts';

/** Two windows, of which one is in the background, take their time. */
const SOON = { timeout: 30_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe('the speaker’s view', () => {
  it('opens where the talk is, goes with it, leads it, stands still, and tells the notes of each step', { timeout: 180_000 }, async () => {
    const { page, context, problems } = await openDeck(browser, '?lang=en&transition=none#/pod-creation/3');
    await expect.poll(async () => (await playerPlaceOf(page))?.ready, SOON).toBe(true);
    const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
    const [current, next] = await framesOf(speaker);
    await expect.poll(() => placeOf(current), SOON).toEqual({ slide: 'pod-creation', shown: 4 });
    await expect.poll(() => placeOf(next), SOON).toEqual({ slide: 'pod-creation', shown: 5 });
    expect(await placeOf(page)).toEqual({ slide: 'pod-creation', shown: 4 });
    await page.keyboard.press('PageDown');
    await expect.poll(() => placeOf(current), SOON).toEqual({ slide: 'pod-creation', shown: 5 });
    await expect.poll(async () => (await playerPlaceOf(current))?.step, SOON).toBe(5);
    const step = await page.evaluate(() => document.querySelector<HoplinePlayer>('#pod-creation hopline-player')!.currentStep);
    await expect.poll(() => speaker.locator('.speaker-controls-notes .value').innerText(), SOON).toContain(step?.say);
    // The audience's player moves, the speaker's stands.
    const seen = await playerPlaceOf(current);
    expect([seen?.paused, seen!.colours > 12]).toEqual([true, true]);
    // A press in the speaker's window leads the talk.
    await speaker.bringToFront();
    await speaker.keyboard.press('PageDown');
    await expect.poll(() => placeOf(page), SOON).toEqual({ slide: 'pod-creation', shown: 6 });
    await expect.poll(async () => (await playerPlaceOf(page))?.step, SOON).toBe(6);
    // Reveal's pacing knows the minutes of the agenda.
    expect(await speaker.locator('.pacing').isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await context.close();
  });

  it('shows the audience’s timer, which can be paused from both windows', { timeout: 120_000 }, async () => {
    const { page, context, problems } = await openDeck(browser, '?lang=en&transition=none#/round-technical');
    const timer = page.locator('#round-technical hopline-deck-timer');
    await expect.poll(() => timer.locator('.value').innerText(), SOON).toMatch(/^3:5\d/);
    const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
    const [current] = await framesOf(speaker);
    const copy = current.locator('#round-technical hopline-deck-timer');
    await expect.poll(async () => Math.abs(secondsOf(await copy.locator('.value').innerText()) - secondsOf(await timer.locator('.value').innerText())), SOON).toBeLessThanOrEqual(1);
    await copy.getByRole('button', { name: 'Pause' }).click();
    await expect.poll(() => timer.getByRole('button', { name: 'Resume' }).count(), SOON).toBe(1);
    const stopped = await timer.locator('.value').innerText();
    await page.waitForTimeout(1500);
    expect(await timer.locator('.value').innerText()).toBe(stopped);
    await page.bringToFront();
    await page.keyboard.press('t');
    await expect.poll(() => timer.locator('.value').innerText(), SOON).not.toBe(stopped);
    // Who leaves the slide stops it, who comes back goes on.
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.locator('#round-organisational hopline-deck-timer').locator('.value').innerText(), SOON).toMatch(/^3:5\d/);
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe('on a phone', () => {
  it('is one long page whose players follow the finger, and no text is cut', { timeout: 180_000 }, async () => {
    const { page, context, problems } = await openDeck(browser, '?lang=ko', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
    expect(await page.locator('.scroll-page').count()).toBe((await planOf(page)).length);
    await page.evaluate(() => document.getElementById('pod-creation')!.closest('.scroll-page')!.scrollIntoView());
    await expect.poll(async () => (await stateOnPhone(page)).ready, SOON).toBe(true);
    for (const steps of [3, 7, 2]) {
      await page.evaluate((screens) => {
        const top = document.getElementById('pod-creation')!.closest<HTMLElement>('.scroll-page')!.offsetTop;
        document.body.scrollTop = top + (screens + 0.2) * innerHeight;
      }, steps);
      await expect.poll(async () => (await stateOnPhone(page)).step, SOON).toBe(steps);
      expect((await stateOnPhone(page)).colours).toBeGreaterThan(12);
    }
    expect(await overflowing(page)).toEqual([]);
    // Turned on its side it is a deck again, at the same step.
    await page.setViewportSize({ width: 844, height: 390 });
    await expect.poll(() => placeOf(page), SOON).toEqual({ slide: 'pod-creation', shown: 2 });
    await expect.poll(async () => (await playerPlaceOf(page))?.step, SOON).toBe(2);
    await page.keyboard.press('PageDown');
    await expect.poll(async () => (await playerPlaceOf(page))?.step, SOON).toBe(3);
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe('in the hall', () => {
  it.each(['ko', 'en'])('no text of a slide is cut, overlaps its neighbour or is under 24 px (%s)', { timeout: 180_000 }, async (lang) => {
    const { page, context } = await openDeck(browser, `?lang=${lang}&transition=none`, { viewport: { width: 1920, height: 1080 } });
    for (const { slide } of await planOf(page)) {
      await expect.poll(() => goTo(page, slide), SOON).toBe(slide);
      expect(await overflowing(page), slide).toEqual([]);
      expect(await small(page), slide).toEqual([]);
    }
    await context.close();
  });
});

/** Goes to a slide; asked again where reveal has just written the address of the one before over it. Resolves to where the deck then is. */
async function goTo(page: Page, slide: string): Promise<string> {
  await page.evaluate((id) => (location.hash = `#/${id}`), slide);
  return (await placeOf(page)).slide;
}

/** The two small decks of the speaker's window: now, and next. */
async function framesOf(speaker: Page): Promise<[Frame, Frame]> {
  await expect.poll(() => speaker.frames().length, SOON).toBe(3);
  const [, current, next] = speaker.frames();
  for (const frame of [current, next]) await frame!.waitForSelector('body.shown', { timeout: 30_000 });
  return [current!, next!];
}

function secondsOf(text: string): number {
  const [minutes = '0', seconds = '0'] = text.split('\n', 1)[0]!.split(':');
  return Number(minutes) * 60 + Number(seconds);
}

function stateOnPhone(page: Page): Promise<{ ready: boolean; step: number; colours: number }> {
  return page.evaluate(() => {
    const player = document.querySelector<HoplinePlayer>('#pod-creation hopline-player')!;
    const canvas = player.shadowRoot?.querySelector<HTMLCanvasElement>('canvas.canvas');
    const shown = document.querySelectorAll('#pod-creation .hopline-steps > .visible').length;
    const copy = new OffscreenCanvas(200, 200);
    const context = copy.getContext('2d')!;
    if (canvas) context.drawImage(canvas, 0, 0, 200, 200);
    const colours = new Set(new Uint32Array(context.getImageData(0, 0, 200, 200).data.buffer)).size;
    return { ready: player.readyState === 4 && Boolean(canvas), step: shown === player.currentStep?.number ? shown : -1, colours };
  });
}

/** Texts of the current slide, or of all where they stand below each other, that do not fit into their box or leave the slide. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slides = document.body.classList.contains('reveal-scroll') ? document.querySelectorAll('.slides section') : document.querySelectorAll('.slides section.present');
    const found: string[] = [];
    for (const slide of slides) {
      const frame = slide.querySelector('.frame')!;
      const bounds = frame.getBoundingClientRect();
      for (const element of frame.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, strong, span, b, a, blockquote')) {
        if (element.closest('hopline-player, .notes, .art, .hopline-steps') || getComputedStyle(element).visibility === 'hidden' || element.offsetParent === null) continue;
        const box = element.getBoundingClientRect();
        const leaves = box.left < bounds.left - 1 || box.right > bounds.right + 1 || box.bottom > bounds.bottom + 1 || box.top < bounds.top - 1;
        const list = element.matches('li') && element.parentElement!.parentElement!.matches('.frame') && element.scrollHeight > element.clientHeight + 2;
        if (leaves || list) found.push(`${slide.id}: ${element.tagName} ${element.textContent.trim().slice(0, 40)}`);
      }
      if (frame.scrollHeight > frame.clientHeight + 2) found.push(`${slide.id}: is higher than the slide`);
    }
    return found;
  });
}

/** Texts of the current slide under 24 px. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector('.slides section.present')!, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement!;
      if (!text.textContent?.trim() || parent.closest('.notes, svg, hopline-player')) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < 24) found.push(`${size}px ${text.textContent.trim()}`);
    }
    return found;
  });
}
