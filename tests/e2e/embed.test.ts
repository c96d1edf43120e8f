import { createServer, type Server } from 'node:http';
import { readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Browser, Frame, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { embedAddress, type EmbedRequest } from '../../src/embed/embed-address.ts';
import { frameSize } from '../../src/embed/frame-markup.ts';
import { oEmbedFor } from '../../src/embed/oembed.ts';
import type { EmbedState } from '../../src/embed/protocol.ts';
import { packFiles } from '../../src/shared/packed-files.ts';
import { STORY } from '../browser/elements/story.ts';
import { cdnOnce } from '../tools/cdn-once.ts';
import { buildEmbed } from '../tools/embed-build.ts';
import { launchBrowser } from '../tools/launch.ts';
import { coloursIn } from './app-page.ts';
import type { FramePage } from './pages/frame.ts';

/** As a page is closed off that a stranger has written: no origin, so no modules, no requests, no storage. */
const SANDBOX = { sandbox: 'allow-scripts' };
/** Twelve steps of two seconds each. */
const LONG = `hopline: 1
id: long
title: Long
architecture:
  id: two
  title: Two
  components:
    a: { kind: client, title: A }
    b: { kind: service, title: B }
  edges:
    - a -> b
steps:
${Array.from({ length: 12 }, (_, at) => `  - id: s${at}\n    title: Step ${at}\n    say: One sends to the other.\n    do:\n      - send: a -> b\n        label: go`).join('\n')}
`;

let browser: Browser;
let server: Server;
let folder = '';
let site = '';
let shared: Opened;
beforeAll(async () => {
  const player = await cdnOnce();
  folder = `${player}-embed`;
  await buildEmbed(folder, player);
  ({ server, site } = await serve());
  browser = await launchBrowser();
  shared = await openPage();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A plain host of files on an origin of its own; only what lies below `open/` may be read from elsewhere. */
async function serve(): Promise<{ server: Server; site: string }> {
  const made = createServer((request, response) => void answer(request.url ?? '').then((body) => {
    if (request.url?.startsWith('/open/')) response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', request.url?.endsWith('.yaml') ? 'text/yaml' : 'text/html');
    response.end(body);
  }, () => response.writeHead(404).end())).listen(0);
  await new Promise((resolve) => made.once('listening', resolve));
  return { server: made, site: `http://localhost:${(made.address() as AddressInfo).port}/` };
}

async function answer(path: string): Promise<string | Buffer> {
  if (path.endsWith('/story.yaml')) return STORY;
  if (!['/', '/open/', '/closed/'].includes(path)) throw new Error(path);
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  return path === '/closed/' ? page.replace('name="hopline-parents" content="*"', 'name="hopline-parents" content="https://other.test"') : page;
}

interface Opened {
  readonly page: Page;
  readonly complaints: string[];
  /** Everything that was asked for from anywhere but the page around. */
  readonly requests: string[];
}

async function openPage(): Promise<Opened> {
  const page = await (await browser.newContext({ viewport: { width: 1000, height: 800 }, locale: 'en-US' })).newPage();
  const [complaints, requests]: [string[], string[]] = [[], []];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => request.url().startsWith(inject('appUrl')) || requests.push(request.url().replace(/#.*/, '')));
  await page.goto(`${inject('appUrl')}tests/e2e/pages/frame.html`);
  await page.waitForFunction(() => 'put' in window);
  return { page, complaints, requests };
}

async function documentOf(text: string): Promise<string> {
  return packFiles([{ name: 'flow.yaml', text }]);
}

/** Puts a connected frame into the page; `at` is a folder of the host. */
async function put({ page }: Opened, name: string, request: Partial<EmbedRequest>, { at = '', connect = true, ...attributes }: Record<string, unknown> = SANDBOX): Promise<Frame> {
  const src = embedAddress(site + String(at), { settings: { lang: 'en' }, ...request });
  await page.evaluate(([key, more, connected]) => (window as unknown as FramePage).put(key, more, connected ? { fitHeight: 'fit' in more } : null), [name, { src, ...attributes }, connect] as const);
  return (await page.waitForSelector(`#${name}`)).contentFrame() as Promise<Frame>;
}

/** Calls methods of a connected frame one after the other, without waiting between them; the state after the last. */
function drive({ page }: Opened, name: string, ...calls: readonly (readonly [string, ...unknown[]])[]): Promise<EmbedState> {
  return page.evaluate(async ([key, list]) => {
    const flow = (window as unknown as FramePage).flows[key]!;
    const asked = list.map(([method, ...values]) => (flow as unknown as Record<string, (...values: unknown[]) => Promise<unknown>>)[method as string]!(...values));
    await Promise.all(asked);
    return flow.getState();
  }, [name, calls] as const);
}

/** Sends what no helper would send. */
async function post({ page }: Opened, name: string, ...messages: readonly unknown[]): Promise<void> {
  await page.evaluate(([key, list]) => {
    for (const message of list) (document.getElementById(key) as HTMLIFrameElement).contentWindow!.postMessage(message, '*');
  }, [name, messages] as const);
}

function loaded(opened: Opened, name: string): Promise<void> {
  return expect.poll(async () => (await drive(opened, name)).duration, { timeout: 30_000 }).toBeGreaterThan(0);
}

it('plays in a sandbox on a plain host, with its font and from nothing but its one file', async () => {
  const { page, complaints, requests } = shared;
  const frame = await put(shared, 'first', { doc: await documentOf(STORY) });
  await loaded(shared, 'first');
  expect(await frame.evaluate(() => [self.origin, document.title])).toEqual(['null', 'A story']);
  await expect.poll(() => coloursIn(frame.locator('canvas.canvas')), { timeout: 30_000 }).toBeGreaterThan(20);
  await drive(shared, 'first', ['play']);
  await expect.poll(async () => (await drive(shared, 'first')).time).toBeGreaterThan(0.2);
  expect(await drive(shared, 'first', ['pause'], ['goToStep', 1], ['set', { level: 2, lang: 'ko' }])).toMatchObject({ paused: true, lang: 'ko', title: '이야기' });
  // Rarer syllables too.
  await expect.poll(() => frame.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)).toBe(4);
  const told = (): Promise<(string | undefined)[]> => page.evaluate(() => (window as unknown as FramePage).heard.map(({ data }) => (data as { event?: string }).event));
  for (const event of ['ready', 'height', 'step', 'play', 'timeupdate', 'pause', 'change']) await expect.poll(told).toContain(event);
  expect([requests, complaints]).toEqual([[site], []]);
});

it('lands on the right step after twenty quick presses of next and previous', async () => {
  await put(shared, 'long', { doc: await documentOf(LONG) });
  await loaded(shared, 'long');
  const presses = (way: string, count: number): [string][] => Array.from({ length: count }, () => [way]);
  expect(await drive(shared, 'long', ...presses('next', 10))).toMatchObject({ step: { id: 's9' }, paused: false });
  expect((await drive(shared, 'long', ...presses('previous', 3))).step?.id).toBe('s7');
  expect(await drive(shared, 'long', ...presses('next', 2), ...presses('previous', 5))).toMatchObject({ step: { id: 's4' }, paused: true });
  // A press at a time, each step played to its end: the same.
  await drive(shared, 'long', ['next']);
  await expect.poll(async () => (await drive(shared, 'long')).paused, { timeout: 30_000 }).toBe(true);
  expect((await drive(shared, 'long', ['previous'])).step).toMatchObject({ id: 's4' });
  const { step, time } = await drive(shared, 'long', ['previous']);
  expect([step?.id, time]).toEqual(['s3', step?.start]);
  expect(await drive(shared, 'long', ...presses('next', 20))).toMatchObject({ step: { id: 's11' } });
  expect(await drive(shared, 'long', ['goToStep', 's2'], ['previous'])).toMatchObject({ step: { id: 's1' } });
  expect(await drive(shared, 'long', ['goToStep', 0], ['seek', 3])).toMatchObject({ time: 3, paused: true });
});

it('does what a closed list of verbs says, and says what is wrong with them', async () => {
  const { page } = shared;
  const answers = await page.evaluate(async () => {
    const flow = (window as unknown as FramePage).flows['long']! as unknown as Record<string, (value: unknown) => Promise<unknown>>;
    const tried = [['seek', 'soon'], ['goToStep', {}], ['load', {}], ['goToStep', 'nowhere']].map(([verb, value]) => flow[verb as string]!(value).catch((error: Error) => error.message));
    return Promise.all(tried);
  });
  expect(answers).toEqual([expect.stringContaining('seek needs `time`'), expect.stringContaining('goToStep needs'), expect.stringContaining('load needs'), false]);
  const before = await drive(shared, 'long');
  const count = await page.evaluate(() => (window as unknown as FramePage).heard.length);
  const odd = ['remove', '__proto__', 'constructor', 'toString', 'eval', '', 7, null, ['play']].map((verb) => ({ hopline: 1, verb, id: 'odd' }));
  await post(shared, 'long', ...odd, { hopline: 2, verb: 'play', id: 'odd' }, { verb: 'play', id: 'odd' }, 'play', '{"hopline":1', null, 7, [], { context: 'player.js', method: 'remove' }, '{"context":"player.js","method":"constructor"}');
  expect(await drive(shared, 'long')).toEqual(before);
  const answered = await page.evaluate((from) => (window as unknown as FramePage).heard.slice(from).map(({ data }) => data as { answer?: unknown }), count);
  expect(answered.filter(({ answer: id }) => id === 'odd')).toEqual([]);
  // The same as JSON, for who sends texts.
  await post(shared, 'long', JSON.stringify({ hopline: 1, verb: 'seek', time: 1 }));
  await expect.poll(async () => (await drive(shared, 'long')).time).toBe(1);
});

it('does not hear a window that is not the page around, nor a page that may not speak', async () => {
  const { page } = shared;
  await drive(shared, 'long', ['pause'], ['seek', 0]);
  const play = '{ hopline: 1, verb: "play" }, "*"';
  await page.evaluate((message) => {
    const stranger = document.createElement('iframe');
    stranger.srcdoc = `<script>parent.frames["long"].postMessage(${message}); parent.frames["long"].postMessage("slide:start", "*"); parent.postMessage("posted", "*")</script>`;
    document.body.append(stranger);
  }, play);
  await expect.poll(() => page.evaluate(() => (window as unknown as FramePage).heard.some(({ data }) => data === 'posted'))).toBe(true);
  expect(await drive(shared, 'long')).toMatchObject({ paused: true, time: 0 });

  const doc = await documentOf(STORY);
  for (const [name, more] of [['named', { origins: ['https://other.test'] }], ['closed', {}]] as const) {
    const frame = await put(shared, name, { doc, ...more }, { ...SANDBOX, connect: false, at: name === 'closed' ? 'closed/' : '' });
    await expect.poll(() => frame.evaluate(() => document.querySelector('hopline-player')?.readyState), { timeout: 30_000 }).toBe(4);
    await post(shared, name, { hopline: 1, verb: 'play', id: name }, 'slide:start', { context: 'player.js', method: 'play' });
    expect(await frame.evaluate(() => new Promise((done) => setTimeout(() => done(document.querySelector('hopline-player')!.paused), 50)))).toBe(true);
    expect(await page.evaluate((id) => (window as unknown as FramePage).heard.some(({ data }) => (data as { answer?: string }).answer === id), name)).toBe(false);
  }
});

it('plays with its slide', async () => {
  const doc = await documentOf(STORY);
  await put(shared, 'slide', { doc });
  await put(shared, 'still', { doc, settings: { autoplay: false } });
  await Promise.all(['slide', 'still'].map((name) => loaded(shared, name)));
  for (const name of ['slide', 'still']) await post(shared, name, 'slide:start');
  await expect.poll(async () => (await drive(shared, 'slide')).time).toBeGreaterThan(0);
  expect(await drive(shared, 'still')).toMatchObject({ paused: true, time: 0 });
  await post(shared, 'slide', 'slide:stop');
  expect((await drive(shared, 'slide')).paused).toBe(true);
});

it('plays as an oEmbed document puts it into a page, and goes where another address leads', async () => {
  const opened = await openPage();
  const { html } = oEmbedFor(embedAddress(site, { doc: await documentOf(STORY), settings: { step: '2', lang: 'en' } }), { maxwidth: 700, title: 'A "story"' });
  await opened.page.evaluate((markup) => document.body.insertAdjacentHTML('afterbegin', markup), html);
  const element = opened.page.getByTitle('A "story"');
  const frame = (await (await element.elementHandle())!.contentFrame())!;
  const where = (): Promise<string> => frame.evaluate(() => `${document.title}: ${document.querySelector('hopline-player')!.currentStep?.number} ${document.querySelector('hopline-player')!.currentTime}`);
  await expect.poll(where, { timeout: 30_000 }).toMatch(/^A story: 2 /);
  expect((await element.boundingBox())?.width).toBe(700);
  const next = embedAddress(site, { doc: await documentOf(LONG), settings: {}, t: 3 });
  await element.evaluate((iframe: HTMLIFrameElement, address) => (iframe.src = address), next);
  await expect.poll(where, { timeout: 30_000 }).toMatch(/^Long: \d 3$/);
  expect([opened.requests, opened.complaints]).toEqual([[site], []]);
  await opened.page.context().close();
});

it('refuses what inflates beyond the cap, and addresses of other origins, and says how to mend it', async () => {
  const opened = await openPage();
  const bomb = deflateRawSync(Buffer.alloc(64_000_000)).toString('base64url');
  const frame = await put(opened, 'bomb', { doc: bomb });
  await frame.getByRole('alert').getByText('larger than an address may carry').waitFor();
  expect(await drive(opened, 'bomb')).toMatchObject({ error: expect.stringContaining('larger than') as unknown, duration: 0 });
  const elsewhere = await put(opened, 'elsewhere', { src: 'https://spy.test/flow.yaml' });
  await elsewhere.getByRole('alert').getByText('https://spy.test/flow.yaml lies on another origin').waitFor();
  const refused = await opened.page.evaluate(() => (window as unknown as FramePage).flows['elsewhere']!.load({ src: 'https://spy.test/b.yaml' }));
  expect(refused.error).toContain('https://spy.test/b.yaml');
  // And then it plays what it may.
  const state = await opened.page.evaluate((text) => (window as unknown as FramePage).flows['elsewhere']!.load({ text, settings: { level: 2 } }), STORY);
  expect(state).toMatchObject({ error: null, title: 'A story', level: 2 });
  expect(await elsewhere.getByRole('alert').isVisible()).toBe(false);
  const told = await opened.page.evaluate(() => (window as unknown as FramePage).heard.map(({ data }) => data as { event?: string; state?: EmbedState; hint?: string }));
  expect(told.find(({ event }) => event === 'load')?.state?.title).toBe('A story');
  expect(told.find(({ event }) => event === 'error')?.hint).toContain('hopline-sources');
  expect([...new Set(opened.requests)]).toEqual([site]);
  expect(opened.complaints).toEqual([]);
  await opened.page.context().close();
});

it('reads a scenario by its address where the host lets it, and asks for nothing that a stranger’s scenario names', async () => {
  const opened = await openPage();
  await put(opened, 'open', { src: 'story.yaml' }, { ...SANDBOX, at: 'open/' });
  await loaded(opened, 'open');
  const shut = await put(opened, 'shut', { src: 'story.yaml' });
  await shut.getByText('Access-Control-Allow-Origin').waitFor();
  // With an origin of its own it needs no leave.
  await put(opened, 'own', { src: 'story.yaml' }, {});
  await loaded(opened, 'own');
  const before = opened.requests.length;
  const stranger = STORY.replaceAll('https://kubernetes.io/docs', 'https://spy.test/docs').replace('role:\n        en: Sells.', 'docs: https://spy.test/beacon.png\n      role:\n        en: "![](https://spy.test/role.png) <img src=https://spy.test/img.png>"');
  for (const text of [stranger, STORY.replace(/architecture:\n[^]*?\nchoices:/, 'architecture: https://spy.test/architecture.yaml\nchoices:'), STORY.replace(/architecture:\n[^]*?\nchoices:/, 'architecture: ./architecture.yaml\nchoices:')]) {
    const { error } = await opened.page.evaluate((each) => (window as unknown as FramePage).flows['open']!.load({ text: each }), text);
    expect(error === null).toBe(text === stranger);
    if (!error) await drive(opened, 'open', ['next'], ['next']);
  }
  expect(opened.requests.slice(before)).toEqual([]);
  // Its architecture beside it is no request.
  const [, architecture = ''] = /architecture:\n([^]*?)\nchoices:/.exec(STORY) ?? [];
  const files = [{ name: 'flows/story.yaml', text: STORY.replace(/architecture:\n[^]*?\nchoices:/, 'architecture: ../maps/place.yaml\nchoices:') }, { name: 'maps/place.yaml', text: `hopline: 1\n${architecture.replaceAll(/^ {2}/gm, '')}\n` }];
  expect(await opened.page.evaluate((each) => (window as unknown as FramePage).flows['open']!.load({ files: each }), files)).toMatchObject({ error: null, title: 'A story' });
  await opened.page.context().close();
});

it('tells the height that it wants at every width, and fills the one that it has', async () => {
  const { page } = shared;
  const frame = await put(shared, 'fitted', { doc: await documentOf(STORY) }, { ...SANDBOX, fit: '' });
  const height = (): Promise<number> => page.locator('#fitted').evaluate((element) => element.getBoundingClientRect().height);
  await loaded(shared, 'fitted');
  const wanted = frameSize({ width: 900 }).height;
  await expect.poll(async () => Math.abs((await height()) - wanted)).toBeLessThan(12);
  await page.locator('#fitted').evaluate((element) => element.setAttribute('width', '420'));
  await expect.poll(height).not.toBeCloseTo(wanted, -1);
  await expect.poll(() => frame.evaluate(() => [document.documentElement.scrollHeight - innerHeight, document.documentElement.scrollWidth - innerWidth])).toEqual([0, 0]);
  const narrow = await height();
  // Too low for its controls, it scrolls to them.
  await page.locator('#fitted').evaluate((element) => (element.style.maxHeight = '300px'));
  await expect.poll(() => frame.evaluate(() => [innerHeight, document.documentElement.scrollHeight > 600])).toEqual([300, true]);
  await page.locator('#fitted').evaluate((element) => (element.style.maxHeight = ''));
  await drive(shared, 'fitted', ['set', { controls: false, captions: 'off' }]);
  await expect.poll(height).toBeLessThan(narrow);
  await expect.poll(height).toBe(Math.ceil((420 * 9) / 16));
});
