/** Opens the session's deck in a real browser, and says where it stands. */
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright';
import { inject } from 'vitest';
import type { HoplinePlayer } from '../../src/elements/hopline-player.ts';

export interface OpenedDeck {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings of the console, uncaught errors, violations of the page's policy. */
  readonly problems: string[];
  /** Hosts that were asked for anything. */
  readonly hosts: Set<string>;
}

/** Where a deck stands: a slide, and how many of its steps are shown. */
export interface DeckPlace {
  readonly slide: string;
  readonly shown: number;
}

/** What the player of the current slide shows. */
export interface PlayerPlace {
  readonly ready: boolean;
  readonly paused: boolean;
  /** From 1. */
  readonly step: number;
  /** Seconds into the step; and where its actions end. */
  readonly into: number;
  readonly actions: number;
  /** Different colours in the picture: a blank one has one. */
  readonly colours: number;
}

/** The slides in their order, with the number of steps of each. */
export type DeckPlan = readonly { readonly slide: string; readonly steps: number }[];

/** A window with the deck in it, its first slide shown. */
export async function openDeck(browser: Browser, address = '', options: BrowserContextOptions = {}): Promise<OpenedDeck> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-US', colorScheme: 'dark', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  const hosts = new Set<string>();
  context.on('page', (other) => listen(other, problems));
  listen(page, problems);
  page.on('request', (request) => request.url().startsWith('http') && hosts.add(new URL(request.url()).host));
  await page.goto(`${inject('appUrl')}deck/${address}`);
  // For paper all pictures are drawn before the first slide is shown.
  await page.waitForSelector('body.shown', { timeout: 300_000 });
  return { page, context, problems, hosts };
}

function listen(page: Page, problems: string[]): void {
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
}

/** All slides and their steps, as reveal has them. */
export function planOf(page: Page): Promise<DeckPlan> {
  return page.evaluate(() => [...document.querySelectorAll('.slides section')].map((slide) => ({ slide: slide.id, steps: slide.querySelectorAll('.fragment').length })));
}

/** Every place that presses of next lead through, from the first slide to the last. */
export function placesOf(plan: DeckPlan): DeckPlace[] {
  return plan.flatMap(({ slide, steps }) => Array.from({ length: steps + 1 }, (_, shown) => ({ slide, shown })));
}

/** Where the deck is now. */
export function placeOf(page: Page | Frame): Promise<DeckPlace> {
  return page.evaluate(() => {
    const slide = document.querySelector('.slides section.present');
    return { slide: slide?.id ?? '', shown: slide?.querySelectorAll('.fragment.visible').length ?? 0 };
  });
}

/** What the player on the current slide shows; undefined where there is none. */
export function playerPlaceOf(page: Page | Frame): Promise<PlayerPlace | undefined> {
  return page.evaluate(() => {
    const player = document.querySelector<HoplinePlayer>('.slides section.present hopline-player');
    if (!player) return undefined;
    const canvas = player.shadowRoot?.querySelector<HTMLCanvasElement>('canvas.canvas');
    const { currentStep } = player;
    return {
      ready: player.readyState === 4 && canvas !== null,
      paused: player.paused,
      step: currentStep?.number ?? 0,
      into: player.currentTime - (currentStep?.start ?? 0),
      actions: (currentStep?.actEnd ?? 0) - (currentStep?.start ?? 0),
      colours: canvas ? coloursOf(canvas) : 0,
    };

    function coloursOf(picture: HTMLCanvasElement): number {
      const copy = new OffscreenCanvas(240, 100);
      const context = copy.getContext('2d')!;
      context.imageSmoothingEnabled = false;
      context.drawImage(picture, 0, 0, 240, 100);
      return new Set(new Uint32Array(context.getImageData(0, 0, 240, 100).data.buffer)).size;
    }
  });
}
