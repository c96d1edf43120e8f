import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { counted, timed, type Measure } from './measure.ts';

/** What the page tells: when the first frame stood, and what it had asked for until then. */
interface FirstFrame {
  readonly time: number;
  readonly resources: readonly string[];
}

const WATCHER = join(import.meta.dirname, 'watch-first-frame.mjs');
const RUNS = 5;
const MOST_SCRIPT_KB = 280;
const MOST_FONT_KB = 300;

/**
 * From navigation to the first picture of the app, in a browser that has cached nothing: milliseconds, and the bytes of scripts (gzip, as servers send
 * them) and fonts that were asked for until then. `folder` holds the built app that `url` serves.
 */
export async function measureFirstFrame(browser: Browser, url: string, folder: string): Promise<Measure[]> {
  const frames: FirstFrame[] = [];
  for (let run = 0; run < RUNS; run++) frames.push(await firstFrame(browser, url));
  const last = frames.at(-1)?.resources ?? [];
  const files = [...new Set(last.map((address) => new URL(address)).filter(({ origin }) => origin === new URL(url).origin).map(({ pathname }) => pathname))];
  const scripts = files.filter((path) => path.endsWith('.js')).map((path) => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length);
  const fonts = files.filter((path) => path.endsWith('.woff2')).map((path) => readFileSync(join(folder, path)).length);
  return [
    timed('navigation to the first frame', frames.map(({ time }) => time)),
    counted('scripts up to the first frame, gzip', 'kB', sum(scripts) / 1000, MOST_SCRIPT_KB),
    counted('fonts up to the first frame', 'kB', sum(fonts) / 1000, MOST_FONT_KB),
  ];
}

async function firstFrame(browser: Browser, url: string): Promise<FirstFrame> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: WATCHER });
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'firstFrame' in window, undefined, { timeout: 60_000 });
    return await page.evaluate(() => (window as unknown as { firstFrame: FirstFrame }).firstFrame);
  } finally {
    await context.close();
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
