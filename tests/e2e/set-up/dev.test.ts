import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../tools/launch.ts';
import { ROOT } from '../../tools/pages.ts';
import { Child } from './child.ts';

const folder = mkdtempSync(join(tmpdir(), 'hopline-dev-'));
const file = join(folder, 'story.yaml');
const COMMAND = ['--import', join(ROOT, 'node_modules/tsx/dist/loader.mjs'), join(ROOT, 'src/cli/main.ts')];

let browser: Browser;
let page: Page;
let server: Child;
const errors: string[] = [];

beforeAll(async () => {
  const made = new Child([...COMMAND, 'new', 'story.yaml', '--title', 'Story', '--participants', 'Browser, Gateway, Orders'], folder);
  await made.says(/story\.yaml is written/);
  server = new Child([...COMMAND, 'dev', 'story.yaml', '--no-open', '--port', '0'], folder);
  const [, address = ''] = await server.says(/plays at (http:\S+)/);
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(100_000);
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address);
  await page.waitForFunction(() => (document.querySelector('hopline-player')?.draws ?? 0) > 0);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const edit = (change: (text: string) => string): void => writeFileSync(file, change(readFileSync(file, 'utf8')));
const title = (): Promise<string | undefined> => page.evaluate(() => document.querySelector('hopline-player')?.currentStep?.title);
const moment = (): Promise<unknown> => page.evaluate(() => document.querySelector('hopline-player')?.moment);
const titleBecomes = async (wanted: string): Promise<unknown> =>
  page.waitForFunction((text) => document.querySelector('hopline-player')?.currentStep?.title === text, wanted);

describe('hopline dev', () => {
  it('plays the file, without an error on the page', async () => {
    expect(await title()).toBe('Browser asks Gateway');
    expect(errors).toEqual([]);
  });

  it('shows a saved change at the moment at which the story was', async () => {
    await page.evaluate(() => {
      const player = document.querySelector('hopline-player');
      if (player) player.moment = { step: 'ask-orders', part: 'act', fraction: 0.5 };
    });
    await titleBecomes('Gateway asks Orders');
    const before = await moment();
    edit((text) => text.replace('title: Gateway asks Orders', 'title: Gateway calls Orders'));
    await titleBecomes('Gateway calls Orders');
    expect(await moment()).toEqual(before);
    expect(await page.evaluate(() => document.querySelector('hopline-player')?.paused)).toBe(true);
  });

  it('keeps the last good picture while the file is broken, says where, and follows again when it is mended', async () => {
    const before = await moment();
    edit((text) => text.replace('gateway -> orders\n        as', 'gateway -> ordres\n        as'));
    const finding = page.locator('#list li').filter({ hasText: 'ordres' });
    await finding.first().waitFor();
    expect(await finding.first().textContent()).toMatch(/^story\.yaml:\d+:\d+ error /);
    expect(await title()).toBe('Gateway calls Orders');
    expect(await moment()).toEqual(before);
    expect(server.output).toMatch(/story\.yaml:\d+:\d+ error [^]*Did you mean `orders`/);
    edit((text) => text.replace('ordres', 'orders').replace('Gateway calls Orders', 'Gateway asks again'));
    await titleBecomes('Gateway asks again');
    expect(await moment()).toEqual(before);
  });

  it('serves the scenarios of its folder to this machine and nothing else', async () => {
    const address = page.url();
    const status = async (path: string, headers: Record<string, string> = {}): Promise<number> => (await page.request.get(new URL(path, address).href, { headers })).status();
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    expect(await status('files/story.yaml')).toBe(200);
    expect(await status('files/secret.txt')).toBe(404);
    expect(await status('files/..%2f..%2fetc%2fpasswd')).toBe(404);
    expect(await status('files/story.yaml', { host: 'evil.example' })).toBe(403);
  });

  it('ends by itself when it is told to', async () => {
    expect(await server.stop()).toBe(0);
  });
});
