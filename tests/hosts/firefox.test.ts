import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { HoplinePlayer } from '../../src/elements/hopline-player.ts';
import { ROOT } from '../tools/pages.ts';
import { systemTool } from '../tools/system-tool.ts';
import { launchFirefox, type Firefox, type FirefoxPage } from './tools/firefox.ts';
import { SITE } from './tools/places.ts';
import { BLANK, coloursOf } from './tools/seen.ts';

/** Two cores without a graphics card encode slowly, and measure before that. */
const PATIENT = { timeout: 90_000 };

const path = systemTool('firefox-esr', 'firefox-esr');

describe.skipIf(!path)('Firefox', () => {
  let firefox: Firefox;
  let page: FirefoxPage;
  let downloads: string;
  const problems: string[] = [];

  beforeAll(async () => {
    cpSync(join(ROOT, 'dist', 'app'), join(SITE, 'app'), { recursive: true });
    downloads = mkdtempSync(join(tmpdir(), 'hopline-firefox-'));
    firefox = await launchFirefox(path!, downloads);
    page = await firefox.newPage();
    page.on('console', (message) => ['error', 'warn', 'warning'].includes(message.type()) && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(new URL('app/#/shop/order?lang=en&view=map', inject('hostsUrl')).href);
    // What is asked of the page by the tests.
    await page.evaluate(() => {
      const all = (root: ParentNode, selector: string): Element[] => [
        ...root.querySelectorAll(selector), ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? all(shadowRoot, selector) : [])),
      ];
      Object.assign(window, { all: (selector: string) => all(document, selector) });
    });
    await page.evaluate((source) => void Object.assign(window, { colours: new Function(`return (${source})`)() }), coloursOf.toString());
  });
  afterAll(async () => {
    await firefox?.close();
    rmSync(downloads, { recursive: true, force: true });
  });

  const seen = (): Promise<{ colours: number; picture: string; paused: boolean; time: number; step: string; said: string }> => page.evaluate(async () => {
    const player = all('hopline-player')[0] as HoplinePlayer;
    const canvas = player.shadowRoot!.querySelector<HTMLCanvasElement>('canvas.canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    const hash = pixels ? await crypto.subtle.digest('SHA-256', pixels) : new ArrayBuffer();
    return {
      colours: colours(player), picture: [...new Uint8Array(hash)].join(), paused: player.paused, time: player.currentTime, step: player.currentStep?.id ?? '',
      said: all('.entry:not([data-ghost]) .narration').map((element) => element.textContent).join(),
    };
  });

  it('is driven over WebDriver BiDi', async () => {
    expect(await firefox.version()).toMatch(/^firefox\//);
  });

  it('loads, draws, plays, seeks and steps', async () => {
    await expect.poll(async () => (await seen()).colours, PATIENT).toBeGreaterThan(BLANK);
    const first = await seen();
    expect(first).toMatchObject({ paused: true, time: 0, said: 'The browser sends the order to the API gateway.' });
    await page.evaluate(() => (all('hopline-player')[0] as HoplinePlayer).focus());
    await page.keyboard.press('k');
    await expect.poll(async () => (await seen()).time).toBeGreaterThan(0.5);
    expect((await seen()).picture).not.toBe(first.picture);
    await page.keyboard.press('k');
    expect(await seen()).toMatchObject({ paused: true, step: first.step });

    const pictures: string[] = [];
    for (const time of [1, 3, 1]) {
      await page.evaluate((seconds) => new Promise<void>((resolve) => {
        const player = all('hopline-player')[0] as HoplinePlayer;
        player.addEventListener('seeked', () => requestAnimationFrame(() => resolve()), { once: true });
        player.currentTime = seconds;
      }), time);
      pictures.push((await seen()).picture);
    }
    expect(pictures[1]).not.toBe(pictures[0]);
    expect(pictures[2]).toBe(pictures[0]);

    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    const steps = await page.evaluate(() => (all('hopline-player')[0] as HoplinePlayer).steps.map(({ id }) => id));
    // While one step plays, the next press completes it; so slow that none ends by itself between two presses.
    await page.evaluate(() => void Object.assign(all('hopline-player')[0] as HoplinePlayer, { rate: 0.25 }));
    for (let press = 0; press < 4; press++) await page.keyboard.press(']');
    expect((await seen()).step).toBe(steps[1]);
    await page.keyboard.press('[');
    await page.keyboard.press('[');
    expect((await seen()).step).toBe(steps[0]);
    await page.evaluate(() => void Object.assign(all('hopline-player')[0] as HoplinePlayer, { rate: 1 }));
  });

  it('has text tracks', async () => {
    const show = (wanted: string): Promise<void> => page.evaluate((tag) => {
      [...(all('hopline-player')[0] as HoplinePlayer).textTracks].find(({ language }) => language === tag)!.mode = 'showing';
    }, wanted);
    await show('ko');
    await expect.poll(async () => (await seen()).said).toMatch(/^[^A-Za-z]*[가-힣]/);
    const told = await page.evaluate(() => [...(all('hopline-player')[0] as HoplinePlayer).textTracks].map(({ kind, language, mode, cues }) => `${kind} ${language} ${mode} ${cues?.length ?? '-'}`));
    expect(told).toEqual(['captions ko showing 7', 'captions en disabled -', 'chapters ko hidden 7']);
    await show('en');
    await expect.poll(async () => (await seen()).said).toMatch(/^The browser/);
  });

  it('records WebM, and MP4 or what it says instead', async ({ skip }) => {
    const ffprobe = systemTool('ffprobe', 'ffmpeg');
    if (!ffprobe) return skip('ffprobe is needed');
    await page.keyboard.press('Home');
    await page.keyboard.press('e');
    await expect.poll(() => page.evaluate(() => all('dialog[open]').length)).toBe(1);
    const make = async (format: string): Promise<string> => {
      await page.evaluate((wanted) => (all(`input[value=${wanted}]`)[0] as HTMLInputElement).click(), format);
      for (const value of ['step', '720p', '24']) await page.evaluate(choose, value);
      const before = readdirSync(downloads);
      await expect.poll(() => page.evaluate(() => {
        const go = all('dialog[open] footer button').find(({ textContent }) => textContent.trim() === 'Export') as HTMLButtonElement | undefined;
        if (!go || go.disabled) return false;
        go.click();
        return true;
      }), PATIENT).toBe(true);
      // A file has its name before all of it is there.
      const fresh = (): string | undefined => {
        const names = readdirSync(downloads);
        const found = names.find((name) => !before.includes(name) && /\.(webm|mp4)$/.test(name));
        return found && !names.some((name) => name.endsWith('.part')) && statSync(join(downloads, found)).size > 0 ? found : undefined;
      };
      await expect.poll(fresh, { ...PATIENT, message: format }).toBeTruthy();
      return fresh()!;
    };
    const length = await page.evaluate(() => (all('hopline-player')[0] as HoplinePlayer).steps[0]!.end);
    for (const [format, codec] of [['webm', 'vp9'], ['mp4', 'h264']] as const) {
      const name = await make(format);
      const { stdout, stderr } = spawnSync(ffprobe, ['-v', 'warning', '-count_frames', '-show_entries', 'stream=codec_name,width,height,nb_read_frames', '-of', 'csv=p=0', join(downloads, name)], { encoding: 'utf8' });
      expect([stdout.trim(), stderr]).toEqual([`${name.endsWith(format) ? codec : 'vp9'},1280,720,${Math.ceil(length * 24 - 1e-6)}`, '']);
      if (!name.endsWith(format)) expect(await page.evaluate(() => all('.note').map((note) => note.textContent).join())).toMatch(/H\.264/);
    }
  });

  it('complains of nothing', () => {
    expect(problems).toEqual([]);
  });
});

/** Chooses an option of the dialog by its value, as a viewer would. */
function choose(value: string): void {
  const list = all('select').find((select) => [...(select as HTMLSelectElement).options].some((option) => option.value === value)) as HTMLSelectElement;
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

declare global {
  /** In the page: all elements that a selector finds, in open shadow trees too. */
  function all(selector: string): Element[];
  function colours(element: Element): number;
}
