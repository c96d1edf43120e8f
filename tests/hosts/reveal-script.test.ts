import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { HOSTS, PAGES, SITE } from './tools/places.ts';
import { openHost, pictureOf, seenIn } from './tools/seen.ts';

const HOST = 'reveal-script';
const VERSIONS = [{ name: '5.2', from: 'reveal.js-5', print: '?print-pdf' }, { name: '6', from: 'reveal.js', print: '?view=print' }];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

it.each(VERSIONS)('a deck of reveal.js $name needs no modules: its steps are fragments, and pictures on paper', async ({ from, print }) => {
  const site = join(SITE, HOST, from);
  for (const file of ['reveal.css', 'reveal.js']) cpSync(join(HOSTS, 'node_modules', from, 'dist', file), join(site, file));
  cpSync(join(HOSTS, 'node_modules/hopline/dist/cdn'), site, { recursive: true });
  cpSync(join(PAGES, HOST), site, { recursive: true });
  cpSync(join(HOSTS, 'flow.yaml'), join(site, 'flow.yaml'));

  const { page, problems } = await openHost(browser, `${HOST}/${from}/`);
  expect(await pictureOf(page)).toMatchObject({ step: 'send', into: 0, paused: true });
  for (const step of ['send', 'store', 'answer']) {
    await page.keyboard.press('PageDown');
    await expect.poll(async () => (await seenIn(page)).step).toBe(step);
  }
  await page.keyboard.press('PageDown');
  await expect.poll(() => page.locator('.slides > section.present h1').textContent()).toBe('After');

  await page.goto(new URL(print, page.url()).href);
  await expect.poll(() => page.locator('.pdf-page').count()).toBe(5);
  const pictures = await page.locator('.hopline-print img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(pictures.length).toBeGreaterThanOrEqual(4);
  expect(Math.min(...pictures)).toBeGreaterThan(600);
  expect(problems).toEqual([]);
  await page.context().close();
});
