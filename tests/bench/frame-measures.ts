import type { Browser, Page } from 'playwright';
import { counted, timed, type Measure } from './measure.ts';
import type { crowdCost, frameCost } from './pages/frames.ts';

declare global {
  interface Window {
    frameCost: typeof frameCost;
    crowdCost: typeof crowdCost;
  }
}

const MOST_FRAME_MS = 6;
const MOST_CROWD_MS = 12;
const CROWD = 1_000;
const PAUSE_SECONDS = 5;

/** What a frame of 1920 × 1080 costs at a scenario's busiest second, side by side on level 3 in Korean, and on a map with 1,000 tokens. */
export async function measureFrames(browser: Browser, url: string, shipped: readonly string[]): Promise<Measure[]> {
  const page = await newPage(browser, `${url}tests/bench/pages/frames.html`);
  await page.waitForFunction(() => 'crowdCost' in window);
  const measures: Measure[] = [];
  for (const path of shipped) {
    const cost = await page.evaluate((address) => window.frameCost(address, { level: 3, lang: 'ko' }, 'split'), `${url}${path}`);
    measures.push(...frameMeasures(`side by side, level 3, Korean, ${path.replace(/^scenarios\/|\.ya?ml$/g, '')}`, cost, MOST_FRAME_MS));
  }
  const crowd = await page.evaluate((tokens) => window.crowdCost(tokens), CROWD);
  measures.push(...frameMeasures('map, a crowd', crowd, MOST_CROWD_MS));
  await page.close();
  return measures;
}

/** Pictures that the app draws in five seconds of pause, after its first ones. */
export async function measurePause(browser: Browser, url: string): Promise<Measure> {
  const page = await newPage(browser, url);
  await page.waitForFunction(() => (document.querySelector('hopline-app')?.shadowRoot?.querySelector('hopline-player')?.draws ?? 0) > 0);
  const draws = (): Promise<number> => page.evaluate(() => document.querySelector('hopline-app')?.shadowRoot?.querySelector('hopline-player')?.draws ?? Number.NaN);
  await page.waitForTimeout(2_000);
  const before = await draws();
  await page.waitForTimeout(PAUSE_SECONDS * 1_000);
  const after = await draws();
  await page.close();
  return counted(`draws in ${PAUSE_SECONDS} s of pause`, 'draws', after - before, 0);
}

function frameMeasures(name: string, { drawing, withPixels, tokens }: Awaited<ReturnType<typeof frameCost>>, most: number): Measure[] {
  return [
    timed(`frame: ${name}`, drawing, most),
    timed(`frame and its raster: ${name}`, withPixels),
    counted(`at most under way at once: ${name}`, 'tokens', tokens),
  ];
}

async function newPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(url);
  return page;
}
