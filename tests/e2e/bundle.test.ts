import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import type { HoplinePlayer } from '../../src/elements/hopline-player.ts';
import { ALARM, hostileStory, markOf } from '../browser/elements/hostile-story.ts';
import { launchBrowser } from '../tools/launch.ts';
import { ROOT } from '../tools/pages.ts';
import { coloursIn } from './app-page.ts';

const MOST_BYTES = 500_000;
const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hopline-bundle-'));
  // The recipes of the README, as they stand there.
  const recipes = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/^npm run -s hopline -- (bundle .*)$/gm)].map(([, line = '']) => line);
  expect(recipes.map((line) => / -o (\S+)$/.exec(line)?.[1])).toEqual(['flow.html', 'flows.html']);
  for (const line of recipes) await make(ROOT, [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word = '']) => (/^flows?\.html$/.test(word) ? join(folder, word) : (quoted ?? word))));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function make(cwd: string, args: readonly string[]): Promise<void> {
  const said: string[] = [];
  const terminal = { cwd, out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
  expect(await runProgram(args, terminal, '1.2.3'), said.join('\n')).toBe(0);
}

interface Opened {
  readonly page: Page;
  /** What a person with an open console sees. */
  readonly complaints: string[];
  /** What was asked for, the page itself aside. */
  readonly requests: string[];
}

/** Opens a file from the disk with the network off. */
async function open(name: string, fragment = '', options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: 'ko-KR', ...options });
  await context.setOffline(true);
  const page = await context.newPage();
  const [complaints, requests]: [string[], string[]] = [[], []];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => request.isNavigationRequest() || request.url().startsWith('data:') || requests.push(request.url()));
  await page.goto(`${pathToFileURL(join(folder, name)).href}${fragment}`);
  return { page, complaints, requests };
}

/** Waits for the picture of a step; how many colours it has. */
async function pictureOf(page: Page): Promise<number> {
  await page.waitForFunction(() => (document.querySelector('hopline-player') as HoplinePlayer | null)?.draws);
  return coloursIn(page.locator('hopline-player canvas').first());
}

const place = (page: Page): Promise<{ title: string | undefined; step: string | undefined; paused: boolean; time: number }> => page.evaluate(() => {
  const { trace, currentStep, paused, currentTime, lang } = document.querySelector('hopline-player')!;
  return { title: trace?.scenario.title[lang], step: currentStep?.id, paused, time: currentTime };
});

describe('a bundle of one scenario', () => {
  it('plays from the disk without a network, in both languages, and asks for nothing', async () => {
    const { page, complaints, requests } = await open('flow.html');
    expect(await pictureOf(page)).toBeGreaterThan(50);
    // The keys work from the start.
    await page.keyboard.press('k');
    await expect.poll(async () => (await place(page)).time).toBeGreaterThan(0.3);
    await page.keyboard.press('k');
    expect(await place(page)).toMatchObject({ title: '파드 생성', step: 'request', paused: true });
    expect(await page.title()).toBe('파드 생성');
    await page.locator('hopline-player select.language').selectOption('en');
    await expect.poll(() => page.title()).toBe('Pod creation');
    expect([await page.locator('html').getAttribute('lang'), new URL(page.url()).hash]).toEqual(['en', '#pod-creation/request?lang=en']);
    await expect.poll(() => page.locator('hopline-caption .entry:not([data-ghost]) .narration').textContent()).toContain('kubectl sends the Pod');
    const fonts = await page.evaluate(() => [...document.fonts].map(({ family, weight, status }) => `${family.replaceAll(/['"]/g, '')} ${weight} ${status}`));
    expect(fonts).toEqual(['Hopline Sans 500 loaded', 'Hopline Sans 700 loaded']);
    expect([complaints, requests]).toEqual([[], []]);
    await page.context().close();
  });

  it('lands where twenty quick presses lead, both ways', async () => {
    const { page } = await open('flow.html', '#pod-creation?lang=en');
    await pictureOf(page);
    const steps = await page.evaluate(() => document.querySelector('hopline-player')!.steps.map(({ id }) => id));
    const press = (key: string): Promise<void> => page.evaluate((name) => {
      const stage = document.querySelector('hopline-player')!.shadowRoot!.activeElement!;
      for (let times = 0; times < 20; times++) stage.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));
    }, key);
    // One press begins a step, the next one completes it.
    await press(']');
    expect(await place(page)).toMatchObject({ step: steps[9], paused: true });
    await expect.poll(() => new URL(page.url()).hash).toContain(`/${steps[9]}`);
    await press('[');
    expect(await place(page)).toMatchObject({ step: steps[0], time: 0 });
    await page.context().close();
  });

  it('prints one picture for each step', async () => {
    const { page } = await open('flow.html', '#pod-creation?lang=en');
    await pictureOf(page);
    await page.evaluate(() => {
      window.print = () => {
        const figures = [...document.querySelectorAll<HTMLElement>('.sheets figure')];
        const pictures = figures.map((figure) => figure.querySelector('img')!);
        Object.assign(window, { printed: { texts: figures.map(({ textContent }) => textContent), widths: pictures.map(({ naturalWidth }) => naturalWidth), all: new Set(pictures.map(({ src }) => src)).size } });
      };
    });
    await page.keyboard.press('Control+p');
    await page.waitForFunction(() => 'printed' in window);
    const { texts, widths, all } = await page.evaluate(() => (window as unknown as { printed: { texts: string[]; widths: number[]; all: number } }).printed);
    const steps = await page.evaluate(() => document.querySelector('hopline-player')!.steps.map(({ title }) => title));
    expect(texts.map((text, at) => text.startsWith(`${at + 1}. ${steps[at]}`))).toEqual(steps.map(() => true));
    expect([widths.every((width) => width >= 1000), all]).toEqual([true, steps.length]);
    expect(await page.locator('.sheets, .painter').count()).toBe(0);
    await page.context().close();
  });

  it('shows its picture and its text where no script runs', async () => {
    const { page, requests } = await open('flow.html', '', { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('파드 생성');
    await page.getByRole('img', { name: '“파드 생성”의 한 장면' }).waitFor();
    expect(await page.locator('article ol:visible > li').count()).toBe(12);
    expect([await page.locator('#hopline-stage').isVisible(), requests]).toEqual([false, []]);
    await page.context().close();
  });
});

describe('a bundle of several scenarios', () => {
  const CARDS = [['pod-creation', '파드 생성', 'Pod creation'], ['rolling-update', '롤링 업데이트', 'Rolling update'], ['order', '온라인 상점의 주문', 'An order in a web shop']] as const;

  it('has a gallery that leads to each of them and back', async () => {
    const { page, complaints, requests } = await open('flows.html');
    expect(await page.title()).toBe('How it works');
    for (const [id, title] of CARDS) {
      const card = page.getByRole('link', { name: title });
      await card.focus();
      await page.keyboard.press('Enter');
      expect(await pictureOf(page)).toBeGreaterThan(50);
      expect([await place(page), await page.title()]).toMatchObject([{ title }, `${title} – How it works`]);
      await page.getByRole('link', { name: '전체 시나리오' }).click();
      await card.waitFor();
      expect(await page.locator('hopline-player').count()).toBe(0);
      // Whoever came by the keys is where they were.
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(`#${id}`);
    }
    await page.evaluate(AXE);
    const faults = (): Promise<string[]> => page.evaluate(async () => (await (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run()).violations.map(({ id }) => id));
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('.card h2:visible').allInnerTexts()).toEqual(CARDS.map(([, , title]) => title));
    await page.getByRole('link', { name: 'Pod creation' }).click();
    await expect.poll(async () => (await place(page)).title).toBe('Pod creation');
    expect(await page.locator('.back').innerText()).toBe('All scenarios');
    expect(await faults()).toEqual([]);
    await page.goBack();
    await page.locator('.card').first().waitFor();
    expect([complaints, requests]).toEqual([[], []]);
    await page.context().close();
  });

  it('is led by links to a step, a language, a theme and a view, on a phone too', async () => {
    const { page, complaints } = await open('flows.html', '#rolling-update/surge?lang=en&theme=light&view=sequence', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
    expect(await pictureOf(page)).toBeGreaterThan(30);
    expect(await place(page)).toMatchObject({ title: 'Rolling update', step: 'surge' });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(244, 247, 251)');
    await page.evaluate(() => (location.hash = '#order/store?lang=ko'));
    await expect.poll(async () => (await place(page)).step).toBe('store');
    await page.evaluate(() => (location.hash = ''));
    await page.locator('.card').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

it('is small enough to be sent', () => {
  for (const name of ['flow.html', 'flows.html']) expect(gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, name).toBeLessThanOrEqual(MOST_BYTES);
});

it('shows a stranger’s texts as texts, and asks for nothing that they name', async () => {
  writeFileSync(join(folder, 'hostile.yaml'), hostileStory());
  await make(folder, ['bundle', 'hostile.yaml', '-o', 'hostile.html']);
  for (const javaScriptEnabled of [true, false]) {
    const ran: string[] = [];
    const { page, complaints, requests } = await open('hostile.html', '', { javaScriptEnabled });
    await page.exposeFunction(ALARM, (name: string) => void ran.push(name));
    if (javaScriptEnabled) {
      await pictureOf(page);
      expect(await page.evaluate(() => document.querySelector('hopline-player')!.error)).toBeNull();
    } else await page.getByText(markOf('say')).first().waitFor();
    expect(await page.title()).toContain(markOf('title'));
    expect([ran, complaints, requests]).toEqual([[], [], []]);
    await page.context().close();
  }
});
