/** Opens the built app in a real browser and listens for everything that a person with an open console would see. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { inject } from 'vitest';

export interface OpenedApp {
  readonly page: Page;
  readonly player: Locator;
  /** Errors and warnings of the console, uncaught errors, failed requests, violations of the policy. */
  readonly problems: string[];
  /** Addresses that were asked for, without the page's own. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** What the player says of itself. */
export interface PlayerState {
  readonly title: string;
  readonly moment: { readonly step: string; readonly part: string; readonly fraction: number };
  readonly level: number;
  readonly path: Readonly<Record<string, string>>;
  readonly view: string;
  readonly lang: string;
  readonly theme: string;
  readonly paused: boolean;
  readonly currentTime: number;
}

/** A window with the app in it; `ready` waits for the first picture. */
export async function openApp(browser: Browser, fragment = '', options: BrowserContextOptions = {}, ready = true): Promise<OpenedApp> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', colorScheme: 'dark', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A reload breaks off what is under way.
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${why}`);
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.exposeFunction('reportViolation', (text: string) => problems.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      void (globalThis as unknown as { reportViolation(text: string): void }).reportViolation(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(inject('appUrl') + fragment);
  const player = page.locator('hopline-player');
  if (ready) await untilDrawn(page);
  return { page, player, problems, requests, close: () => context.close() };
}

/** Waits until the player has something to show. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.locator('hopline-player').evaluate(
    (player) =>
      new Promise<void>((resolve) => {
        if ((player as HTMLElement & { readyState: number }).readyState >= 2) resolve();
        else player.addEventListener('loadeddata', () => resolve(), { once: true });
      }),
  );
}

export async function stateOf(player: Locator): Promise<PlayerState> {
  return player.evaluate((element) => {
    const { trace, moment, level, path, view, lang, theme, paused, currentTime } = element as unknown as PlayerState & {
      trace?: { scenario: { title: Record<string, string> } };
    };
    return { title: trace?.scenario.title['en'] ?? '', moment, level, path, view, lang, theme, paused, currentTime };
  });
}

/** How many different colours a canvas shows: a blank one has one. */
export function coloursIn(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const copy = new OffscreenCanvas(width, height);
    const context = copy.getContext('2d')!;
    context.drawImage(element as HTMLCanvasElement, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
    return new Set(pixels).size;
  });
}
