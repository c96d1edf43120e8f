import type { Browser, Page } from 'playwright';
import { counted, quantile, timed, type Measure } from './measure.ts';
import { longestTask, watchTasks } from './tasks.ts';

const RUNS = 3;
const MOST_BLOCK_MS = 100;
const SCROLL_PX = 600;
const SCROLL_PAUSE_MS = 400;
const PATIENCE_MS = 120_000;

/** One visit of the gallery. */
interface Visit {
  /** From navigation to the picture of every card in view. */
  readonly time: number;
  readonly block: number;
  readonly blockScrolling: number;
  /** Maps that were laid out before anybody scrolled, beyond the cards in view. */
  readonly unseen: number;
}

/** What the gallery of the built app costs: its pictures are made while it can be scrolled, and only those that come into view. */
export async function measureGallery(browser: Browser, url: string): Promise<Measure[]> {
  const visits: Visit[] = [];
  for (let run = 0; run < RUNS; run++) visits.push(await visit(browser, url));
  const median = (of: (visit: Visit) => number): number => quantile(visits.map(of), 0.5);
  return [
    timed('gallery: navigation to all pictures in view', visits.map(({ time }) => time)),
    counted('gallery: longest block of the page', 'ms', median(({ block }) => block), MOST_BLOCK_MS),
    counted('gallery: longest block of the page while it is scrolled to its end', 'ms', median(({ blockScrolling }) => blockScrolling), MOST_BLOCK_MS),
    counted('gallery: maps laid out that nobody has seen', 'maps', median(({ unseen }) => unseen), 0),
  ];
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  try {
    const page = await context.newPage();
    await watchTasks(page);
    await page.goto(`${url}#/gallery`, { waitUntil: 'commit' });
    const cards = await drawn(page);
    const { time, maps } = await page.evaluate(() => ({ time: performance.now(), maps: performance.getEntriesByName('hopline:map').length }));
    const block = await longestTask(page, 0);
    for (let scrolled = 0; scrolled < await page.evaluate(() => document.documentElement.scrollHeight); scrolled += SCROLL_PX) {
      await page.evaluate((by) => window.scrollBy(0, by), SCROLL_PX);
      await page.waitForTimeout(SCROLL_PAUSE_MS);
    }
    await drawn(page);
    return { time, block, blockScrolling: await longestTask(page, time), unseen: Math.max(0, maps - cards) };
  } finally {
    await context.close();
  }
}

/** Waits for the pictures of all cards in view; returns their number. */
async function drawn(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => {
    const gallery = document.querySelector('hopline-app')?.shadowRoot?.querySelector('hopline-gallery')?.shadowRoot;
    const inView = [...(gallery?.querySelectorAll('hopline-scenario-card') ?? [])].filter((card) => {
      const { top, bottom } = card.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    const ready = inView.length > 0 && inView.every((card) => card.shadowRoot?.querySelector('canvas.drawn'));
    return ready ? inView.length : 0;
  }, undefined, { timeout: PATIENCE_MS });
  return handle.jsonValue();
}
