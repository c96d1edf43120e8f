import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { buildWithVite, runTool } from './tools/build.ts';
import { buildMkDocs } from './tools/mkdocs.ts';
import { HOSTS, SITE } from './tools/places.ts';
import { openHost, pictureOf, seenIn } from './tools/seen.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Each host, how it is built, and where its page is. */
const BUILDS: readonly (readonly [host: string, address: string, build: () => Promise<void> | void])[] = [
  ['React 19, sent by its server', 'react/', buildReact],
  ['Vue 3', 'vue/', () => buildWithVite('vue')],
  ['Svelte 5', 'svelte/', () => buildWithVite('svelte')],
  ['VitePress', 'vitepress/', buildVitePress],
  ['MkDocs', 'mkdocs/', buildMkDocs],
];

describe.each(BUILDS)('in %s', (host, address, build) => {
  beforeAll(build);

  it('plays, and lands where twenty quick presses lead', async () => {
    const { page, problems } = await openHost(browser, address);
    await pictureOf(page);
    await page.locator('hopline-player').evaluate((player: HTMLElementTagNameMap['hopline-player']) => player.goToStep('store'));
    // A page's own words beside it are a matter of its framework.
    if (!['VitePress', 'MkDocs'].includes(host)) await expect.poll(() => page.locator('body').innerText()).toContain('Store');
    await page.locator('hopline-player').evaluate((player: HTMLElement) => player.focus());
    for (let press = 0; press < 20; press++) await page.keyboard.press(']');
    expect(await seenIn(page)).toMatchObject({ step: 'answer', ended: true });
    for (let press = 0; press < 20; press++) await page.keyboard.press('[');
    expect(await seenIn(page)).toMatchObject({ step: 'send', into: 0 });
    await page.keyboard.press('k');
    await expect.poll(async () => (await seenIn(page)).into).toBeGreaterThan(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

it('is in the page that a server sends, before any script', () => {
  for (const file of ['react/index.html', 'vitepress/index.html', 'mkdocs/index.html']) {
    expect(readFileSync(join(SITE, file), 'utf8'), file).toMatch(/<hopline-player src="[^"]*flow\.yaml"/);
  }
});

/** React’s server writes the page, and its client takes it over. */
async function buildReact(): Promise<void> {
  await buildWithVite('react');
  // Where it finds React, which stays outside of what is built.
  const server = join(HOSTS, 'node_modules', '.react-server');
  await runTool('react', 'vite/bin/vite.js', ['build', '--ssr', 'server.jsx', '--outDir', server, '--emptyOutDir', '--logLevel', 'error']);
  cpSync(join(HOSTS, 'package.json'), join(server, 'package.json'));
  const html = execFileSync(process.execPath, [join(server, 'server.js')], { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } });
  const page = join(SITE, 'react', 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<!--app-->', () => html));
}

async function buildVitePress(): Promise<void> {
  await runTool('vitepress', 'vitepress/bin/vitepress.js', ['build', '.', '--base', '/vitepress/', '--outDir', join(SITE, 'vitepress')]);
  cpSync(join(HOSTS, 'flow.yaml'), join(SITE, 'vitepress', 'flow.yaml'));
}
