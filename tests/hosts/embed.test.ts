import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { ROOT } from '../tools/pages.ts';
import { HOSTS, PAGES, SITE } from './tools/places.ts';
import { openHost, pictureOf, seenIn } from './tools/seen.ts';

/** What a page knows of player.js. */
interface PlayerJs {
  on(name: string, heard: (value: unknown) => void): void;
  off(name: string): void;
  supports(kind: 'method' | 'event', names: readonly string[]): boolean;
  [method: string]: unknown;
}

let browser: Browser;
beforeAll(async () => {
  const site = join(SITE, 'embed');
  const from = (path: string): string => join(HOSTS, 'node_modules', path);
  mkdirSync(join(site, 'hopline'), { recursive: true });
  cpSync(join(PAGES, 'embed'), site, { recursive: true });
  cpSync(join(HOSTS, 'flow.yaml'), join(site, 'flow.yaml'));
  for (const [file, name] of [
    [from('hopline/dist/embed'), 'frame'], [from('hopline/dist/player/embed.js'), 'hopline/embed.js'], [from('player.js/dist/player-0.1.0.js'), 'player.js'],
    [from('reveal.js/dist/reveal.css'), 'reveal/reveal.css'], [from('reveal.js/dist/reveal.mjs'), 'reveal/reveal.js'],
  ] as const) cpSync(file, join(site, name), { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function frameOf(page: Page): Promise<Frame> {
  return (await (await page.waitForSelector('iframe')).contentFrame())!;
}

it('follows and drives a frame as the README says', async () => {
  const { page, problems } = await openHost(browser, 'embed/');
  const frame = await frameOf(page);
  await pictureOf(frame);
  await expect.poll(() => page.locator('iframe').evaluate((element) => element.clientHeight)).toBeGreaterThan(700);
  await page.getByRole('button', { name: 'Next' }).click({ clickCount: 2 });
  await expect.poll(() => page.locator('figcaption').textContent()).toBe('The API stores it.');
  expect((await seenIn(frame)).step).toBe('store');
  expect(problems).toEqual([]);
  await page.context().close();
});

it('is driven by player.js', async () => {
  const { page, problems } = await openHost(browser, 'embed/player-js.html');
  await page.evaluate(() => {
    const it = window as unknown as { playerjs: { Player: new (frame: Element) => PlayerJs }; flow: PlayerJs; told: string[] };
    it.told = [];
    it.flow = new it.playerjs.Player(document.querySelector('iframe')!);
    for (const name of ['ready', 'play', 'timeupdate', 'pause', 'ended', 'seeked']) it.flow.on(name, (value) => it.told.push(`${name} ${Object.keys((value as object | undefined) ?? {}).join(' ')}`.trim()));
  });
  const told = (): Promise<string[]> => page.evaluate(() => [...new Set((window as unknown as { told: string[] }).told)]);
  const call = (method: string, value?: unknown): Promise<void> => page.evaluate(([name, more]) => (window as unknown as { flow: Record<string, (value?: unknown) => void> }).flow[name as string]!(more), [method, value]);
  const get = (method: string): Promise<unknown> => page.evaluate((name) => new Promise((answer) => (window as unknown as { flow: Record<string, (done: typeof answer) => void> }).flow[name]!(answer)), method);
  await expect.poll(told).toContain('ready src events methods');
  expect(await page.evaluate(() => (window as unknown as { flow: PlayerJs }).flow.supports('method', ['play', 'getDuration', 'setLoop', 'removeEventListener']))).toBe(true);
  await expect.poll(() => get('getDuration')).toBeGreaterThan(5);
  expect([await get('getPaused'), await get('getCurrentTime'), await get('getVolume'), await get('getMuted'), await get('getLoop')]).toEqual([true, 0, 100, false, false]);
  await call('play');
  await expect.poll(() => get('getCurrentTime')).toBeGreaterThan(0.2);
  await call('pause');
  await call('setVolume', 40);
  await call('mute');
  await call('setLoop', true);
  expect([await get('getPaused'), await get('getVolume'), await get('getMuted'), await get('getLoop')]).toEqual([true, 40, true, true]);
  await call('setLoop', false);
  await call('setCurrentTime', Number(await get('getDuration')) - 0.2);
  await call('play');
  await expect.poll(told).toEqual(expect.arrayContaining(['play', 'timeupdate seconds duration', 'pause', 'seeked', 'ended']));
  // The page's few lines for the height, without any library.
  await expect.poll(() => page.locator('iframe').evaluate((element) => element.clientHeight)).toBeGreaterThan(700);
  expect(problems).toEqual([]);
  await page.context().close();
});

it('plays with its slide in a reveal.js deck that knows nothing of it', async () => {
  const { page, problems } = await openHost(browser, 'embed/deck.html');
  await page.waitForSelector('.reveal.ready');
  await page.keyboard.press('PageDown');
  const frame = await frameOf(page);
  await pictureOf(frame);
  await expect.poll(async () => (await seenIn(frame)).paused).toBe(false);
  await page.keyboard.press('PageDown');
  await expect.poll(async () => (await seenIn(frame)).paused).toBe(true);
  expect(problems).toEqual([]);
  await page.context().close();
});

it.each([['README.md', 'follow.js'], ['src/embed/embed.md', 'height.js']])('%s shows %s as it is tried here', (document, file) => {
  expect(readFileSync(join(ROOT, document), 'utf8')).toContain(`\`\`\`js\n${readFileSync(join(PAGES, 'embed', file), 'utf8').trimEnd()}\n\`\`\`\n`);
});
