import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../tools/launch.ts';
import { ROOT } from '../../tools/pages.ts';
import { Child } from './child.ts';

const START = join(ROOT, 'src/cli/bootstrap/start.mjs');

let browser: Browser;
const children: Child[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(children.map((child) => child.stop()));
});

async function start(): Promise<string> {
  const child = new Child([START, '--no-open']);
  children.push(child);
  const [, address = ''] = await child.says(/Hopline is at (http:\S+)/);
  return address;
}

describe('npm start', () => {
  it('serves the app, which plays by itself, without an error or a warning on the page', async () => {
    const address = await start();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(100_000);
    const errors: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('response', (response) => response.status() >= 400 && errors.push(`${response.status()} ${response.url()}`));
    await page.goto(address);
    const player = page.locator('hopline-player');
    await player.waitFor();
    const drawn = (): Promise<number> => player.evaluate((element) => (element as HTMLElement & { draws: number }).draws);
    await expect.poll(drawn, { timeout: 60_000 }).toBeGreaterThan(5);
    await expect.poll(() => player.evaluate((element) => (element as HTMLElement & { paused: boolean }).paused)).toBe(false);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('takes another port when the usual one is taken', async () => {
    const [first, second] = [await start(), await start()];
    expect(first).not.toBe(second);
  });

  it('ends without a trace', async () => {
    for (const child of children) expect(await child.stop()).toBe(0);
    expect(readdirSync(join(ROOT, '.cache')).filter((name) => name.startsWith('start-'))).toEqual([]);
  });
});
