import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { HoplinePlayer } from '../../src/elements/hopline-player.ts';
import { STORY } from '../browser/elements/story.ts';
import { cdnOnce } from '../tools/cdn-once.ts';
import { launchBrowser } from '../tools/launch.ts';
import { ROOT } from '../tools/pages.ts';

const SITE = 'http://site.test/';
const SCRIPT = 'hopline.min.js';
const inline = (story = STORY): string => `<script type="application/yaml">\n${story}\n</script>`;

let browser: Browser;
let folder = '';
let code = '';
beforeAll(async () => {
  folder = await cdnOnce();
  code = await readFile(join(folder, SCRIPT), 'utf8');
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

interface Opened {
  readonly page: Page;
  /** What a person with an open console sees. */
  readonly complaints: string[];
  /** Everything the page asked for, itself aside. */
  readonly requests: string[];
}

async function watched(options: BrowserContextOptions = {}): Promise<Opened> {
  const page = await (await browser.newContext({ viewport: { width: 960, height: 800 }, ...options })).newPage();
  const [complaints, requests]: [string[], string[]] = [[], []];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => request.isNavigationRequest() || requests.push(request.url()));
  return { page, complaints, requests };
}

/** Opens a page from the disk, with the network off. */
async function fromDisk(html: string, at = folder): Promise<Opened> {
  const opened = await watched({ offline: true });
  await writeFile(join(at, 'page.html'), `<!doctype html><meta charset="utf-8"><body>${html}</body>`);
  await opened.page.goto(pathToFileURL(join(at, 'page.html')).href);
  return opened;
}

/** Opens a page of a site that has the script and its fonts, and nothing else. */
async function fromSite(html: string, { head = '', ...options }: BrowserContextOptions & { head?: string } = {}): Promise<Opened> {
  const opened = await watched(options);
  await opened.page.route(`${SITE}**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') await route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${html}</body></html>` });
    else if (/^[\w-]+(\.min\.js|\.woff2|\.css)$/.test(name)) await route.fulfill({ path: join(folder, name) });
    else if (/^(poster\.svg|order\.png)$/.test(name)) await route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#05f"/></svg>' });
    else await route.fulfill({ status: 404 });
  });
  await opened.page.goto(SITE);
  return opened;
}

/** Waits for a picture, plays for a moment, and returns how far that went in seconds. */
async function played(page: Page): Promise<number> {
  await page.waitForFunction(() => (document.querySelector('hopline-player') as HoplinePlayer | null)?.draws);
  return page.evaluate(async () => {
    const player = document.querySelector('hopline-player')!;
    await player.play();
    while (player.currentTime < 0.2) await new Promise((resolve) => requestAnimationFrame(resolve));
    player.pause();
    return player.currentTime;
  });
}

it('plays from the disk without a network, with one tag and a scenario inside the page', async () => {
  const { page, complaints, requests } = await fromDisk(`<script src="${SCRIPT}"></script><hopline-player lang="en" controls>${inline()}</hopline-player>`);
  expect(await played(page)).toBeGreaterThanOrEqual(0.2);
  await page.getByRole('button', { name: 'Steps', exact: true }).click();
  await page.locator('hopline-steps').getByText('GET /things').waitFor();
  const fonts = await page.evaluate(() => [...document.fonts].map(({ family, weight, status }) => `${family.replaceAll('"', '')} ${weight} ${status}`));
  expect(new Set(fonts)).toEqual(new Set(['Hopline Sans 500 loaded', 'Hopline Sans 700 loaded']));
  expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('plays where the script lies alone, and where its text stands in the page', async () => {
  const alone = join(folder, 'alone');
  await mkdir(alone);
  await copyFile(join(folder, SCRIPT), join(alone, SCRIPT));
  const first = await fromDisk(`<script src="${SCRIPT}"></script><hopline-player>${inline()}</hopline-player>`, alone);
  expect(await played(first.page)).toBeGreaterThan(0);
  await first.page.context().close();
  const second = await fromDisk(`<script>${code.replaceAll('</script', '<\\/script')}</script><hopline-player>${inline()}</hopline-player>`, alone);
  expect(await played(second.page)).toBeGreaterThan(0);
  expect([second.requests, second.complaints]).toEqual([[], []]);
  await second.page.context().close();
});

it('plays as the README says', async () => {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const block = (language: string, words: string): string => [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text).find((text) => text.includes(words))!;
  const recipe = block('html', SCRIPT).replace(/^ *# the scenario.*$/m, block('yaml', 'hopline: 1'));
  const { page, complaints } = await fromSite(recipe, { head: '<link rel="icon" href="data:,">' });
  expect(await played(page)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.querySelector('hopline-player')!.steps.map(({ id }) => id))).toEqual(['send', 'store']);
  expect(await page.evaluate(() => document.querySelector('hopline-player')!.getBoundingClientRect().height)).toBeCloseTo((944 * 10) / 16, 0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('waits for the end of a scenario that comes in pieces', async () => {
  const text = inline();
  const server = createServer((request, response) => {
    if (request.url !== '/') return void response.end(code);
    response.setHeader('content-type', 'text/html');
    response.write(`<!doctype html><meta charset="utf-8"><script src="/${SCRIPT}"></script><hopline-player>${text.slice(0, 400)}`);
    setTimeout(() => response.end(`${text.slice(400)}</hopline-player>`), 400);
  }).listen(0);
  const { page } = await watched();
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => (document.querySelector('hopline-player') as HoplinePlayer).networkState !== 0);
  expect(await played(page)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.querySelector('hopline-player')!.error)).toBeNull();
  await page.context().close();
  server.close();
});

it('runs on a page that names it by nonce or hash and lets only Lit make markup', async () => {
  const hash = (await readFile(join(folder, `${SCRIPT}.integrity`), 'utf8')).trim();
  for (const [source, attributes] of [["'nonce-abc'", 'nonce="abc"'], [`'${hash}'`, `integrity="${hash}" crossorigin="anonymous"`]] as const) {
    const policy = `default-src 'none'; script-src ${source}; connect-src 'self'; img-src 'self' data: blob:; require-trusted-types-for 'script'; trusted-types lit-html`;
    const { page, complaints } = await fromSite(`<hopline-player lang="en" controls>${inline()}</hopline-player><script src="${SCRIPT}" ${attributes}></script>`, {
      head: `<meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,">`,
    });
    expect(await played(page)).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});

it('asks for nothing but its own fonts, whatever a stranger’s scenario names', async () => {
  const stranger = STORY.replaceAll('https://kubernetes.io/docs', 'https://spy.test/docs').replace('role:\n        en: Sells.', 'docs: https://spy.test/beacon.png\n      role:\n        en: "![](https://spy.test/role.png) <img src=https://spy.test/img.png>"');
  const { page, requests } = await fromSite(`<script src="${SCRIPT}"></script><hopline-player lang="en" controls>${inline(stranger)}</hopline-player>`);
  await played(page);
  await page.evaluate(() => document.querySelector('hopline-player')!.goToStep(1));
  await page.getByRole('button', { name: 'Steps', exact: true }).click();
  await page.locator('hopline-steps').getByText('GET /things').waitFor();
  expect(requests.filter((url) => !/site\.test\/hopline(\.min\.js|-sans-\d+-(base|hangul)\.woff2)$/.test(url))).toEqual([]);
  const outside = STORY.replace(/architecture:\n[^]*?\nchoices:/, 'architecture: https://spy.test/architecture.yaml\nchoices:');
  const refused = await fromSite(`<script src="${SCRIPT}"></script><hopline-player lang="en" controls>${inline(outside)}</hopline-player>`);
  await refused.page.getByRole('alert').waitFor();
  expect(refused.requests.filter((url) => !url.startsWith(SITE))).toEqual([]);
  await Promise.all([page, refused.page].map((each) => each.context().close()));
});

it('warns once of a second copy and leaves the page to the first', async () => {
  const twice = await fromSite(`${`<script src="${SCRIPT}"></script>`.repeat(3)}<hopline-player lang="en" controls>${inline()}</hopline-player>`);
  expect(await played(twice.page)).toBeGreaterThan(0);
  expect(twice.complaints).toEqual([expect.stringMatching(/^Hopline \d+\.\d+\.\d+ is on this page already; a second copy \(\d+\.\d+\.\d+\) is not used/)]);
  await twice.page.context().close();
  // The app's own build is the other copy, as modules.
  for (const first of [true, false]) {
    const mixed = await watched();
    if (first) await mixed.page.addInitScript(code);
    await mixed.page.goto(`${inject('appUrl')}tests/e2e/pages/player.html?src=/scenarios/shop/order.yaml`);
    expect(await played(mixed.page)).toBeGreaterThan(0);
    if (!first) await mixed.page.addScriptTag({ content: code });
    expect(mixed.complaints).toEqual([expect.stringContaining('a second copy')]);
    await mixed.page.context().close();
  }
});

const OUTSIDE = `<img slot="poster" src="/poster.svg" alt="The shop asks the store"><details slot="transcript"><summary>The story as text</summary><p>The Shop asks the Store.</p></details>`;

it('shows the page’s poster and transcript where no script runs', async () => {
  const { page } = await fromSite(`<style>${await beforeScript()}</style><script src="${SCRIPT}"></script><hopline-player controls>${inline()}${OUTSIDE}</hopline-player>`, { javaScriptEnabled: false });
  await page.getByText('The story as text').click();
  await page.getByText('The Shop asks the Store.').waitFor();
  const [poster, place] = [await page.getByAltText('The shop asks the store').boundingBox(), await page.locator('hopline-player').boundingBox()];
  expect([poster!.x, poster!.y, poster!.width]).toEqual([place!.x, place!.y, place!.width]);
  expect(poster!.height).toBeCloseTo((poster!.width * 9) / 16, 0);
  await page.context().close();
});

it('takes the place of poster and transcript without moving anything', async () => {
  const cases = [
    ['', '', OUTSIDE], ['', 'style="height: 620px" controls', OUTSIDE], ['aspect-ratio: 16 / 10;', 'controls', OUTSIDE], ['', '', ''], ['aspect-ratio: 3 / 2;', 'controls captions="on"', ''],
  ] as const;
  for (const [rule, attributes, outside] of cases) {
    const { page } = await fromSite(`<style>${await beforeScript()} hopline-player { ${rule} }</style><hopline-player lang="en" ${attributes}>${inline()}${outside}</hopline-player><p id="after">What follows.</p>`);
    await page.evaluate(() => {
      const watched = window as unknown as { shifts: number[] };
      watched.shifts = [];
      new PerformanceObserver((list) => watched.shifts.push(...list.getEntries().map((entry) => (entry as unknown as { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
    });
    const top = (): Promise<number> => page.locator('#after').evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await page.waitForTimeout(100);
    await page.addScriptTag({ url: `/${SCRIPT}` });
    await page.waitForFunction(() => (document.querySelector('hopline-player') as HoplinePlayer).draws);
    await page.waitForTimeout(200);
    const name = `${rule} ${attributes} ${outside ? 'with' : 'without'} poster`;
    expect([name, await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)]).toEqual([name, []]);
    expect([name, await top()]).toEqual([name, before]);
    if (outside) expect(await page.getByAltText('The shop asks the store').isVisible()).toBe(false);
    if (outside) expect(await page.getByText('The story as text').isVisible()).toBe(true);
    await page.context().close();
  }
});

function beforeScript(): Promise<string> {
  return readFile(join(ROOT, 'src/elements/before-script.css'), 'utf8');
}
