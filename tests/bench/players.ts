import type { Page } from 'playwright';
import { launchBrowser } from '../tools/launch.ts';
import { counted, timed, type Measure } from './measure.ts';
import { MemoryWatch } from './process-memory.ts';

const COUNT = 100;
/** Beyond what the browser takes for a page with one player. */
const MOST_LOADED_MB = 250;
const MOST_SEEN_MB = 400;
const MOST_CANVASES = 8;
const MOST_FRAME_MS = 34;
const MOST_DRAWN_MS = 400;
/** As a hand on a wheel: pixels in each frame of the screen. */
const SCROLL_PX = 40;
const JUMPS = 20;
/** What is out of view gives its memory back after a second. */
const SETTLE_MS = 2_500;
const PATIENCE_MS = 120_000;

declare global {
  interface Window {
    /** How many WebGL contexts the page has asked for. */
    contexts: number;
  }
}

/** A page with a hundred players, each at a step of its own: what it holds, how it scrolls, and whether each one shows its picture when it is looked at. */
export async function* measurePlayers(url: string): AsyncIterable<Measure> {
  const memory = new MemoryWatch();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    // The loader of TypeScript marks functions with this, also those that are sent to the page.
    await page.addInitScript('globalThis.__name = (value) => value');
    await page.addInitScript(countContexts);
    await page.goto(`${url}tests/e2e/pages/players.html?count=1`);
    await allLoaded(page, 1);
    const alone = await memoryOf(page, memory);
    await page.goto(`${url}tests/e2e/pages/players.html?count=${COUNT}`);
    await allLoaded(page, COUNT);
    yield counted(`${COUNT} players: navigation to all of them loaded`, 'ms', await page.evaluate(() => performance.now()));
    await page.evaluate(() => [...document.querySelectorAll('hopline-player')].forEach((player, index) => player.goToStep(index % player.steps.length)));
    yield counted('1 player: memory of all processes', 'MB', alone);
    yield counted(`${COUNT} players: more memory than one, loaded`, 'MB', await memoryOf(page, memory) - alone, MOST_LOADED_MB);
    yield timed(`${COUNT} players: frame while scrolling through all of them`, await scrollThrough(page), MOST_FRAME_MS);
    yield counted(`${COUNT} players: more memory than one, after all were seen`, 'MB', await memoryOf(page, memory) - alone, MOST_SEEN_MB);
    yield counted(`${COUNT} players: canvases with a picture, after all were seen`, 'canvases', await page.evaluate(pictures), MOST_CANVASES);
    yield timed(`${COUNT} players: from a jump to the picture`, await jumps(page), MOST_DRAWN_MS);
    yield counted(`${COUNT} players: without a picture, or at another step, when looked at`, 'players', await lost(page), 0);
    yield counted(`${COUNT} players: WebGL contexts`, 'contexts', await page.evaluate(() => window.contexts), 1);
  } finally {
    await browser.close();
  }
}

function countContexts(): void {
  window.contexts = 0;
  for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas]) {
    const before = prototype.getContext as (...args: unknown[]) => unknown;
    Object.assign(prototype, {
      getContext(this: unknown, kind: string, ...rest: unknown[]) {
        if (kind.startsWith('webgl')) window.contexts++;
        return before.call(this, kind, ...rest);
      },
    });
  }
}

async function allLoaded(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => {
    const players = [...document.querySelectorAll('hopline-player')];
    return players.length === wanted && players.every(({ readyState }) => readyState === 4) && players[0]!.draws > 0;
  }, count, { timeout: PATIENCE_MS });
}

async function memoryOf(page: Page, memory: MemoryWatch): Promise<number> {
  await page.waitForTimeout(SETTLE_MS);
  await page.requestGC();
  memory.start();
  return memory.stop();
}

/** Milliseconds from each frame to the next. */
function scrollThrough(page: Page): Promise<number[]> {
  return page.evaluate(async (step) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const times: number[] = [];
    let before = await frame();
    while (scrollY + innerHeight < document.documentElement.scrollHeight - 1) {
      window.scrollBy(0, step);
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    return times;
  }, SCROLL_PX);
}

/** Milliseconds from a jump to any place of the page until every player in view has its picture. */
function jumps(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const times: number[] = [];
    for (let jump = 0; jump < count; jump++) {
      const start = performance.now();
      window.scrollTo(0, ((jump * 37) % count) / count * document.documentElement.scrollHeight);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const inView = [...document.querySelectorAll('hopline-player')].filter((player) => {
        const { top, bottom } = player.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      while (!inView.every(({ stage }) => stage && stage.canvas.width > 0)) await new Promise((resolve) => requestAnimationFrame(resolve));
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
    return times;
  }, JUMPS);
}

function pictures(): number {
  return [...document.querySelectorAll('hopline-player')].filter(({ stage }) => stage && stage.canvas.width > 0).length;
}

/** Looks at every player: how many show nothing, or another step than the one they were at. */
function lost(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const colours = (source: CanvasImageSource): number => {
      const context = new OffscreenCanvas(120, 68).getContext('2d')!;
      context.imageSmoothingEnabled = false;
      context.drawImage(source, 0, 0, 120, 68);
      return new Set(new Uint32Array(context.getImageData(0, 0, 120, 68).data.buffer)).size;
    };
    let missing = 0;
    for (const [index, player] of [...document.querySelectorAll('hopline-player')].entries()) {
      player.scrollIntoView();
      const end = performance.now() + 5_000;
      while (!(player.stage && player.stage.canvas.width > 0) && performance.now() < end) await new Promise((resolve) => requestAnimationFrame(resolve));
      const blank = !player.stage || player.stage.canvas.width === 0 || colours(player.stage.canvas) < 12;
      if (blank || player.currentStep?.index !== index % player.steps.length) missing++;
    }
    return missing;
  });
}
