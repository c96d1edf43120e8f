import { readFile } from 'node:fs/promises';
import type { Browser, CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { HoplinePlayer } from '../../src/elements/hopline-player.ts';
import { launchBrowser } from '../tools/launch.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { compile } from '../../src/compile/compile.ts';

/** So often for what must not grow; less than that would grow unseen among what a browser keeps anyway. */
const MANY = 150;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A page of ours with everything that was said on its console or broke one of its rules. */
async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  const complaints: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`));
  });
  await page.goto(inject('appUrl') + path);
  return { page, complaints };
}

async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => (document.querySelector('hopline-player') as HoplinePlayer | null)?.draws);
}

it('runs on a page that allows little, without one violation', async () => {
  const { page, complaints } = await open('tests/e2e/pages/player-strict.html?view=split&level=2');
  await drawn(page);
  await page.evaluate(async () => {
    const player = document.querySelector('hopline-player')!;
    await player.play();
    await new Promise((resolve) => setTimeout(resolve, 300));
    player.pause();
    player.lang = 'ko';
    player.theme = 'light';
    player.goToStep(3);
  });
  await page.getByRole('button', { name: '단계', exact: true }).click();
  await page.getByRole('button', { name: '더 보기' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('slider').hover();
  await page.getByRole('button', { name: '단축키와 도움말' }).click();
  await page.keyboard.press('Escape');
  await page.evaluate(async () => {
    const player = document.querySelector('hopline-player')!;
    player.src = '/no-such-scenario.yaml';
    await new Promise((resolve) => player.addEventListener('error', resolve, { once: true }));
  });
  await page.getByRole('alert').waitFor();
  // That the file is missing is what the last request was for.
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  await page.close();
});

it('tells pod creation to who reads the accessibility tree alone', async () => {
  const { page } = await open('tests/e2e/pages/player.html?src=/scenarios/kubernetes/pod-creation.yaml&lang=en&level=2');
  await drawn(page);
  const told = (await page.locator('main').ariaSnapshot()).replaceAll(/\s+/g, ' ');
  const read = (address: string): Promise<string> => readFile(address, 'utf8');
  const file = 'scenarios/kubernetes/pod-creation.yaml';
  const { scenario } = await parseScenario({ file, text: await read(file), read });
  const trace = compile(scenario!, { level: 2, lang: 'en' });
  let at = 0;
  const next = (text: string): void => {
    const found = told.indexOf(text.replaceAll(/\s+/g, ' ').replaceAll('"', '\\"'), at);
    expect(found, `“${text}” after ${told.slice(Math.max(0, at - 80), at)}`).toBeGreaterThanOrEqual(0);
    at = found;
  };
  next('Who takes part');
  for (const step of trace.steps) {
    next(step.say);
    for (const message of trace.messages.slice(step.first, step.last)) if (message.label) next(message.label);
  }
  expect(trace.steps.length).toBeGreaterThan(12);
  await page.close();
});

it('is played by the keyboard alone', async () => {
  const { page } = await open('tests/e2e/pages/player.html?src=/scenarios/kubernetes/pod-creation.yaml&lang=en');
  await drawn(page);
  const state = (): Promise<{ paused: boolean; step: string | undefined; level: number; view: string }> =>
    page.evaluate(() => {
      const { paused, currentStep, level, view } = document.querySelector('hopline-player')!;
      return { paused, step: currentStep?.id, level, view };
    });
  const names: string[] = [];
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      let element: Element | null = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
    if (names.includes(name) && name) break;
    names.push(name);
  }
  // In the order of sight: over the picture, the picture, caption, timeline, transport.
  const order = ['Map', 'Animated picture', 'Timeline', 'First step', 'Play', 'Last step', 'Speed', 'Full screen', 'More'].map((name) => names.indexOf(name));
  expect(order.every((place, at) => place >= 0 && (at === 0 || place > order[at - 1]!)), names.join(' | ')).toBe(true);
  await page.evaluate(() => document.querySelector('hopline-player')!.focus());
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  expect(await state()).toMatchObject({ paused: true, step: 'request' });
  await page.keyboard.press('d');
  await page.keyboard.press('v');
  await page.keyboard.press('Space');
  expect(await state()).toMatchObject({ paused: false, level: 2, view: 'sequence' });
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  expect(await state()).toMatchObject({ paused: true });
  await page.close();
});

it('lets a hundred players be scrolled through, of which only those in sight hold a picture, and none is lost', async () => {
  const { page, complaints } = await open('tests/e2e/pages/players.html?count=100');
  const facts = (): Promise<{ draws: number; pixels: number; top: number; kept: boolean }[]> =>
    page.evaluate(() => [...document.querySelectorAll('hopline-player')].map((player) => ({
      draws: player.draws, pixels: (player.stage?.canvas as HTMLCanvasElement | undefined)?.width ?? 0, top: player.getBoundingClientRect().top, kept: player.stage !== undefined,
    })));
  await page.waitForFunction(() => [...document.querySelectorAll('hopline-player')].every(({ readyState }) => readyState === 4));
  await page.waitForFunction(() => (document.querySelector('hopline-player') as HoplinePlayer).draws > 0);
  await page.evaluate(() => [...document.querySelectorAll('hopline-player')].forEach((player, index) => player.goToStep(index % player.steps.length)));
  const first = await facts();
  expect(first.length).toBe(100);
  for (const { draws, top } of first) if (top > 900 + 200) expect(draws).toBe(0);

  const shown = await page.evaluate(async () => {
    const colours = (source: HTMLCanvasElement): number => {
      const context = new OffscreenCanvas(120, 68).getContext('2d')!;
      context.imageSmoothingEnabled = false;
      context.drawImage(source, 0, 0, 120, 68);
      return new Set(new Uint32Array(context.getImageData(0, 0, 120, 68).data.buffer)).size;
    };
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    const seen: { step: number; blank: boolean; webgl: boolean }[] = [];
    for (const player of document.querySelectorAll('hopline-player')) {
      player.scrollIntoView();
      const end = performance.now() + 20_000;
      while (!player.stage?.canvas.width && performance.now() < end) await frame();
      await frame();
      const canvas = player.stage?.canvas as HTMLCanvasElement | undefined;
      seen.push({ step: player.currentStep!.index % player.steps.length, blank: !canvas || colours(canvas) < 12, webgl: player.stage?.rendererName === 'webgl' });
    }
    return seen;
  });
  const steps = await page.evaluate(() => [...document.querySelectorAll('hopline-player')].map(({ steps: { length } }) => length));
  expect(shown).toEqual(steps.map((count, index) => ({ step: index % count, blank: false, webgl: false })));

  const farAway = async (): Promise<Awaited<ReturnType<typeof facts>>> => (await facts()).filter(({ top }) => top < -800 || top > 1200);
  await expect.poll(async () => (await farAway()).filter(({ pixels }) => pixels > 0)).toEqual([]);
  const away = await farAway();
  expect(away.length).toBeGreaterThan(94);
  expect(away.filter(({ kept }) => kept).length).toBeLessThan(6);
  const last = await facts();
  await page.evaluate(() => Promise.all([...document.querySelectorAll('hopline-player')].map((player) => player.play())));
  await page.waitForTimeout(800);
  const playing = await facts();
  for (const [index, { draws, top }] of playing.entries()) if (top < -800) expect(draws, `player ${index}`).toBe(last[index]!.draws);
  expect(complaints).toEqual([]);
  await page.close();
});

it('leaves nothing behind after many times of coming and going', async () => {
  const { page } = await open('tests/e2e/pages/players.html');
  await expectNoGrowth(page, 40, MANY, async (count) => page.evaluate(async (times) => {
    const { cycle } = window as unknown as { cycle: (index: number) => Promise<void> };
    for (let index = 0; index < times; index++) await cycle(index);
    // The stages go a second after their players.
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }, count), 2);
}, 300_000);

it('leaves nothing behind after many changes of its scenario', async () => {
  const { page } = await open('tests/e2e/pages/players.html');
  await expectNoGrowth(page, 30, MANY, async (count) => page.evaluate((times) => (window as unknown as { changes: (count: number) => Promise<void> }).changes(times), count), 1);
}, 300_000);

/** Does something a few times and then many times, after which the page must not hold more than before. */
async function expectNoGrowth(page: Page, few: number, many: number, work: (count: number) => Promise<void>, players: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await work(few);
  const before = await measure(session);
  await work(many);
  const after = await measure(session);
  expect(after.listeners - before.listeners).toBeLessThanOrEqual(3);
  // The last one may still be held by the browser itself.
  expect(after.players).toBeLessThanOrEqual(players);
  // Pixi keeps small canvases for texts in a pool that grows to what was needed at once and then stays: they are counted apart.
  expect(after.otherNodes - before.otherNodes).toBeLessThanOrEqual(30);
  expect(after.largeCanvases).toBeLessThanOrEqual(40);
  // One player with its trace and pictures is some megabytes; many that stayed would be hundreds.
  expect((after.heap - before.heap) / 1e6).toBeLessThan(2.4);
  await page.close();
}

/** What the browser counts, after everything that can go has gone. */
async function measure(session: CDPSession): Promise<Record<'listeners' | 'otherNodes' | 'largeCanvases' | 'players' | 'heap', number>> {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  const canvases = await instances(session, 'HTMLCanvasElement.prototype', 'true');
  return {
    listeners: metric('JSEventListeners'),
    otherNodes: metric('Nodes') - canvases,
    largeCanvases: await instances(session, 'HTMLCanvasElement.prototype', 'each.width >= 400'),
    players: await instances(session, "customElements.get('hopline-player').prototype", 'true'),
    heap: metric('JSHeapUsedSize'),
  };
}

/** How many objects of a prototype are alive for which a condition on `each` holds. */
async function instances(session: CDPSession, prototype: string, condition: string): Promise<number> {
  const objectGroup = 'count';
  const { result } = await session.send('Runtime.evaluate', { expression: prototype, objectGroup });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId!, objectGroup });
  const counted = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!, functionDeclaration: `function () { return this.filter((each) => ${condition}).length; }`, returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup });
  return Number(counted.result.value);
}
