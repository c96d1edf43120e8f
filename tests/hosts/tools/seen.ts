import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright';
import { expect, inject } from 'vitest';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';

/** A picture with fewer colours shows nothing. */
export const BLANK = 12;

/** A host's page, and what went wrong in it. */
export interface HostPage {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught errors. */
  readonly problems: string[];
}

/** What a player shows. */
export interface Seen {
  readonly step: string;
  readonly paused: boolean;
  readonly ended: boolean;
  /** Seconds into the step, and where its actions end. */
  readonly into: number;
  readonly actions: number;
}

/** Opens an address below the hosts' own. */
export async function openHost(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<HostPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-US', colorScheme: 'dark', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  context.on('page', (other) => listen(other, problems));
  listen(page, problems);
  await page.goto(new URL(address, inject('hostsUrl')).href);
  return { page, problems };
}

function listen(page: Page, problems: string[]): void {
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
}

/** Waits until a player has loaded and its picture is not blank; `selector` finds one player, through open shadow roots too. */
export async function pictureOf(page: Page | Frame, selector = 'hopline-player'): Promise<Seen> {
  const player = page.locator(selector).first();
  await expect.poll(() => player.evaluate(coloursOf), { timeout: 30_000, interval: 50 }).toBeGreaterThan(BLANK);
  return player.evaluate(seenOf);
}

/** What a player shows now. */
export function seenIn(page: Page | Frame, selector = 'hopline-player'): Promise<Seen> {
  return page.locator(selector).first().evaluate(seenOf);
}

function seenOf(element: Element): Seen {
  const { currentStep, currentTime, paused, ended } = element as HoplinePlayer;
  return { step: currentStep?.id ?? '', paused, ended, into: currentTime - (currentStep?.start ?? 0), actions: (currentStep?.actEnd ?? 0) - (currentStep?.start ?? 0) };
}

/** How many colours a player's picture has, in the page; 0 where it has loaded nothing or drawn nothing. */
export function coloursOf(element: Element): number {
  const canvas = element.shadowRoot?.querySelector<HTMLCanvasElement>('canvas.canvas');
  if (!canvas || (element as HoplinePlayer).readyState < 4) return 0;
  const copy = new OffscreenCanvas(240, 100);
  const context = copy.getContext('2d')!;
  context.imageSmoothingEnabled = false;
  context.drawImage(canvas, 0, 0, 240, 100);
  return new Set(new Uint32Array(context.getImageData(0, 0, 240, 100).data.buffer)).size;
}
