import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { compile } from '../../src/compile/compile.ts';
import type { Trace } from '../../src/compile/trace.ts';
import { MapPainter } from '../../src/export/svg/reel.ts';
import { paneFor, WIDTH } from '../../src/export/svg/svg-story.ts';
import { layoutMapAuto } from '../../src/layout/map.ts';
import type { MapLayout } from '../../src/layout/types.ts';
import { textWidth } from '../../src/look/measure.ts';
import { THEMES } from '../../src/look/tokens.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { placeAt } from '../../src/stage/route-path.ts';
import { FrameSource } from '../../src/timeline/frames.ts';
import { ALARM, hostileStory } from '../browser/elements/hostile-story.ts';
import { launchBrowser } from '../tools/launch.ts';
import { ROOT } from '../tools/pages.ts';

/** What GitHub allows a picture of a README, and the page around it here. */
const OF_A_PICTURE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
const OF_THE_PAGE = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'";
const STORY = join(ROOT, 'tests/browser/stage/fixture.yaml');
/** Of 255: how far a colour may be from what was meant. */
const NEAR = 6;

let folder: string;
let server: Server;
let origin: string;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hopline-svg-'));
  server = createServer((request, response) => {
    const name = basename(request.url ?? '');
    const picture = name.endsWith('.svg');
    response.writeHead(200, { 'content-type': picture ? 'image/svg+xml' : 'text/html', 'content-security-policy': picture ? OF_A_PICTURE : OF_THE_PAGE });
    response.end(picture ? readFileSync(join(folder, name)) : `<!doctype html><style>body{margin:0}</style><img src="${name.replace('.html', '.svg')}">`);
  }).listen(0);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: WIDTH, height: 940 } });
});
afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes a picture with `hopline svg` or `hopline poster`; gives its text. */
async function make(name: string, ...args: string[]): Promise<string> {
  const said: string[] = [];
  const terminal = { cwd: folder, out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
  expect(await runProgram([...args, '-o', name], terminal, '1.2.3'), said.join('\n')).toBe(0);
  return readFileSync(join(folder, name), 'utf8');
}

async function story(lang: string): Promise<{ trace: Trace; map: MapLayout }> {
  const { scenario } = await parseScenario({ file: STORY, text: readFileSync(STORY, 'utf8'), read: () => Promise.reject(new Error('nothing to read')) });
  if (!scenario) throw new Error('The story does not play.');
  return { trace: compile(scenario, { lang }), map: await layoutMapAuto(scenario) };
}

/** Shows a picture in a page, once it is there. */
async function open(name: string, on = page): Promise<void> {
  await on.goto(`${origin}/${name.replace('.svg', '.html')}`);
  await on.waitForFunction(() => document.images[0]?.complete);
}

/** Pixels of a screenshot, red, green, blue and alpha, in a row. */
async function shot(on = page): Promise<Uint8ClampedArray> {
  const png = (await on.screenshot()).toString('base64');
  const data = await blank.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = '';
    for (let at = 0; at < pixels.length; at += 0x8000) text += String.fromCharCode(...pixels.subarray(at, at + 0x8000));
    return btoa(text);
  }, png);
  return new Uint8ClampedArray(Buffer.from(data, 'base64'));
}
/** A page without a policy, in which screenshots are read. */
let blank: Page;
beforeAll(async () => {
  blank = await browser.newPage();
});

function pixel(data: Uint8ClampedArray, { x, y }: { x: number; y: number }): number[] {
  const at = (Math.round(y) * WIDTH + Math.round(x)) * 4;
  return [...data.subarray(at, at + 3)];
}

function rgb(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function isNear(a: readonly number[], b: readonly number[]): boolean {
  return a.every((channel, i) => Math.abs(channel - (b[i] as number)) <= NEAR);
}

function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] as number)), 0) / ((a.length * 3) / 4);
}

describe('an animated SVG as a picture in a page where nothing may run or be loaded', () => {
  it('moves: its first token comes past the middle of its way, and goes on', async () => {
    const { trace, map } = await story('en');
    const message = trace.messages[0] as Trace['messages'][number];
    await make('slow.svg', 'svg', STORY, '--lang', 'en', '--theme', 'dark', '--to', `${(message.end + 0.2).toFixed(2)}s`, '--rate', '0.3');
    const painter = new MapPainter({ trace, map, pane: paneFor(map), themes: [THEMES.dark] });
    const way = painter.facts.way(message);
    const middle = placeAt(way, way.length / 2);
    const frames = new FrameSource(trace);
    const { scale, x, y } = painter.camera(frames.at((message.start + message.end) / 2));
    frames.dispose();
    // Beside the line that lights up, within the token.
    const spot = { x: x + (middle.x - 11 * middle.dy) * scale, y: y + (middle.y + 11 * middle.dx) * scale };
    const accent = rgb(THEMES.dark.accents[painter.facts.box(message.from)?.accent ?? 'neutral']);
    await open('slow.svg');
    const seen: boolean[] = [];
    const shots: Uint8ClampedArray[] = [];
    for (const end = performance.now() + 20_000; performance.now() < end && !(seen.includes(true) && seen.includes(false));) {
      shots.push(await shot());
      seen.push(isNear(pixel(shots.at(-1) as Uint8ClampedArray, spot), accent));
    }
    expect(new Set(seen)).toEqual(new Set([true, false]));
    expect(difference(shots[0] as Uint8ClampedArray, shots.at(-1) as Uint8ClampedArray)).toBeGreaterThan(0.02);
  });

  it('has the colours that the page asks for', async () => {
    await make('auto.svg', 'svg', STORY, '--lang', 'en', '--to', 'grow');
    for (const colorScheme of ['dark', 'light'] as const) {
      // A page that was there before keeps the picture that it had.
      const view = await browser.newPage({ viewport: { width: WIDTH, height: 940 }, colorScheme });
      await open('auto.svg', view);
      expect(pixel(await shot(view), { x: 640, y: 10 })).toEqual(rgb(THEMES[colorScheme].page));
      await view.close();
    }
  });

  it('stands still where less motion is wanted, and shows every step', async () => {
    const calm = await launchBrowser(['--force-prefers-reduced-motion']);
    try {
      const view = await calm.newPage({ viewport: { width: WIDTH, height: 940 }, });
      await open('auto.svg', view);
      const first = await shot(view);
      await view.waitForTimeout(1500);
      expect(difference(await shot(view), first)).toBe(0);
      await open('auto.svg');
      expect(difference(first, await shot())).toBeGreaterThan(1);
      await view.goto(`file://${join(folder, 'auto.svg')}`);
      const titles = await view.evaluate(() => [...document.querySelectorAll('.rest text')].map(({ textContent }) => textContent));
      const { trace } = await story('en');
      expect(titles).toEqual(expect.arrayContaining(trace.steps.slice(0, 3).map(({ title }) => title)));
    } finally {
      await calm.close();
    }
  });
});

describe('an animated SVG', () => {
  it('is at every moment the picture of that moment', async () => {
    const { trace } = await story('ko');
    await make('whole.svg', 'svg', STORY, '--lang', 'ko', '--theme', 'light', '--to', 'traffic');
    const [moving, resting] = [await browser.newPage({ viewport: { width: WIDTH, height: 940 } }), page];
    await moving.goto(`file://${join(folder, 'whole.svg')}`);
    const end = trace.steps.find(({ id }) => id === 'traffic')?.end ?? 0;
    for (const share of [0.04, 0.23, 0.47, 0.68, 0.95]) {
      const time = share * end;
      await make('moment.svg', 'poster', STORY, '--lang', 'ko', '--theme', 'light', '--at', `${time.toFixed(4)}s`);
      await resting.goto(`file://${join(folder, 'moment.svg')}`);
      await moving.evaluate((at) => {
        for (const animation of document.getAnimations()) {
          animation.pause();
          animation.currentTime = at * 1000;
        }
      }, time);
      expect(difference(await shot(moving), await shot(resting)), `${time.toFixed(2)} s`).toBeLessThan(0.7);
    }
    await moving.close();
  });

  it('is XML that runs nothing and loads nothing, whatever its texts say', async () => {
    const ran: string[] = [];
    const strange = await browser.newPage();
    await strange.exposeFunction(ALARM, (name: string) => void ran.push(name));
    writeFileSync(join(folder, 'hostile.yaml'), hostileStory());
    for (const svg of [await make('hostile.svg', 'svg', 'hostile.yaml'), await make('hostile-poster.svg', 'poster', 'hostile.yaml'), readFileSync(join(folder, 'whole.svg'), 'utf8')]) {
      const found = await blank.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        const all = [...parsed.querySelectorAll('*')];
        return {
          broken: all.some(({ localName }) => localName === 'parsererror'),
          names: [...new Set(all.map(({ localName }) => localName))],
          handlers: all.flatMap((each) => each.getAttributeNames()).filter((name) => name.startsWith('on')),
          links: all.flatMap((each) => [each.getAttribute('href') ?? '', ...(each.outerHTML.match(/url\((?!["']?(?:#|data:font\/woff2;))[^)]*\)/g) ?? [])]).filter((link) => link !== '' && !link.startsWith('#')),
          lost: all.map((each) => each.getAttribute('href') ?? '').filter((link) => link !== '' && !parsed.querySelector(link)),
          twice: all.map(({ id }) => id).filter((id, i, ids) => id !== '' && ids.indexOf(id) !== i),
          role: parsed.documentElement.getAttribute('role'),
        };
      }, svg);
      expect(found).toMatchObject({ broken: false, handlers: [], links: [], lost: [], twice: [], role: 'img' });
      const drawn = ['svg', 'title', 'desc', 'style', 'defs', 'clipPath', 'mask', 'linearGradient', 'stop', 'g', 'use', 'path', 'rect', 'circle', 'text', 'tspan'];
      expect(drawn).toEqual(expect.arrayContaining(found.names));
    }
    await strange.goto(`file://${join(folder, 'hostile.svg')}`);
    await strange.waitForTimeout(300);
    expect(ran).toEqual([]);
    await strange.close();
  });

  it('brings its own letters, Hangul too', async () => {
    await page.goto(`file://${join(folder, 'whole.svg')}`);
    const lines = await page.evaluate(async () => {
      await document.fonts.ready;
      const texts = [...document.querySelectorAll<SVGTextElement>('.play text')].filter((text) => text.childElementCount === 0 && /[가-힣]{3}/.test(text.textContent));
      const measure = (text: SVGTextElement) => text.getComputedTextLength();
      return texts.map((text) => {
        const own = measure(text);
        text.style.fontFamily = 'monospace';
        const others = measure(text);
        return { text: text.textContent, size: Number(text.getAttribute('font-size')), strong: text.classList.contains('b'), own, others };
      });
    });
    expect(lines.length).toBeGreaterThan(5);
    for (const { text, size, strong, own, others } of lines) {
      const wanted = textWidth(text, { size, weight: strong ? 700 : 500 });
      expect(Math.abs(own - wanted) / wanted, text).toBeLessThan(0.03);
      expect(own, text).not.toBeCloseTo(others, 0);
    }
  });
});

it('a poster is a PNG of the size that was asked for', async () => {
  const said: string[] = [];
  const terminal = { cwd: folder, out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
  expect(await runProgram(['poster', STORY, '-o', 'poster.png', '--size', '320x200', '--theme', 'light', '--lang', 'ko'], terminal, '1.2.3'), said.join('\n')).toBe(0);
  const png = readFileSync(join(folder, 'poster.png'));
  expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 320, 200]);
});
