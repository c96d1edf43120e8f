import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { systemTool } from '../tools/system-tool.ts';
import { openApp, stateOf, untilDrawn, type OpenedApp } from './app-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
/** A machine with other work on it measures for a while. */
const PATIENT = { timeout: 60_000 };

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'hopline-export-'));
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface OpenedExport extends OpenedApp {
  readonly dialog: Locator;
}

/** The dialog over a short story at its second step; `disk` stands in for the question where a file is to go. */
async function openExport(options: BrowserContextOptions = {}, { disk = false, query = 'lang=en', before }: { disk?: boolean; query?: string; before?: (page: Page) => Promise<unknown> } = {}): Promise<OpenedExport> {
  const app = await openApp(browser, `#/shop/order?${query}`, options, false);
  await app.page.addInitScript(disk ? privateDisk : noDisk);
  await before?.(app.page);
  await app.page.reload();
  await untilDrawn(app.page);
  await app.player.evaluate((player) => {
    (player as unknown as { goToStep(step: number): void }).goToStep(1);
    (player as HTMLElement).focus();
  });
  await app.page.keyboard.press('e');
  const dialog = app.page.locator('hopline-export dialog');
  await dialog.waitFor();
  return { ...app, dialog };
}

function noDisk(): void {
  delete (globalThis as { showSaveFilePicker?: unknown }).showSaveFilePicker;
}

/** Nobody can be asked in a test: files go into the page's private file system instead. */
function privateDisk(): void {
  Object.assign(globalThis, {
    showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
  });
}

function filesOnDisk(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const files: Record<string, string> = {};
    const disk = (await navigator.storage.getDirectory()) as unknown as { values(): AsyncIterable<FileSystemFileHandle> };
    for await (const handle of disk.values()) files[handle.name] = await (await handle.getFile()).text();
    return files;
  });
}

async function choose(dialog: Locator, format: string, lists: Readonly<Record<string, string>> = {}): Promise<void> {
  await dialog.getByRole('radio', { name: new RegExp(`^${format}\\b`) }).first().check();
  for (const [name, option] of Object.entries(lists)) await dialog.getByRole('combobox', { name, exact: true }).selectOption({ label: option });
}

async function go(dialog: Locator): Promise<void> {
  await expect.poll(() => dialog.getByRole('button', { name: 'Export', exact: true }).isEnabled(), PATIENT).toBe(true);
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
}

/** What is made of a choice, as a file. */
async function exported(page: Page, work: () => Promise<void>): Promise<{ name: string; path: string }> {
  const coming = page.waitForEvent('download', { timeout: 90_000 });
  await work();
  const download = await coming;
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}

describe('Export', () => {
  it('makes one file after the other while the page goes on, offline too, and all of them are what they say', async ({ skip }) => {
    const ffprobe = systemTool('ffprobe', 'ffmpeg');
    if (!ffprobe) return skip('ffprobe is needed');
    const { page, player, dialog, problems, close } = await openExport();
    await dialog.locator('footer strong').waitFor(PATIENT);
    expect(await dialog.locator('footer').innerText()).toMatch(/About [\d.]+ (kB|MB)[\s\S]*frames/);
    await page.context().setOffline(true);
    const probe = (path: string, ...what: string[]): string[] =>
      spawnSync(ffprobe, ['-v', 'error', '-count_frames', '-show_entries', `stream=${what.join(',')}`, '-of', 'csv=p=0', path], { encoding: 'utf8' }).stdout.trim().split(',');

    await choose(dialog, 'GIF', { Range: 'This step', 'Frame rate': '10 a second' });
    const gif = await exported(page, async () => {
      await go(dialog);
      await choose(dialog, 'WebM', { Size: '720p · 1280 × 720', 'Frame rate': '24 a second' });
      await go(dialog);
      await expect.poll(() => dialog.locator('hopline-export-jobs li').count()).toBe(2);
      await page.keyboard.press('Escape');
      expect(await dialog.isVisible()).toBe(false);
      await page.keyboard.press('k');
      await expect.poll(async () => (await stateOf(player)).paused).toBe(false);
    });
    expect(gif.name).toMatch(/^order-en-2-[a-z-]+\.gif$/);
    expect(probe(gif.path, 'codec_name', 'width', 'height').slice(0, 3)).toEqual(['gif', '960', '540']);
    const webm = await exported(page, async () => undefined);
    const [codec, width, height, frames] = probe(webm.path, 'codec_name', 'width', 'height', 'nb_read_frames');
    const seconds = await player.evaluate((element) => {
      const step = (element as unknown as { steps: { start: number; end: number }[] }).steps[1];
      return step ? step.end - step.start : 0;
    });
    expect([codec, width, height, Number(frames)]).toEqual(['vp9', '1280', '720', Math.ceil(seconds * 24 - 1e-6)]);

    await page.locator('hopline-export .pill').getByRole('button', { name: 'Export is ready' }).click();
    await choose(dialog, 'PNG', { Size: '720p · 1280 × 720' });
    const png = await exported(page, () => go(dialog));
    expect(readFileSync(png.path).subarray(1, 4).toString()).toBe('PNG');
    expect(probe(png.path, 'width', 'height').slice(0, 2)).toEqual(['1280', '720']);
    await choose(dialog, 'WebVTT', { Range: 'Whole scenario', Language: '한국어' });
    const vtt = await exported(page, () => go(dialog));
    expect(vtt.name).toBe('order-ko.vtt');
    expect(readFileSync(vtt.path, 'utf8')).toMatch(/^WEBVTT\n\n00:00:00\.000 --> [\d:.]+\n.*[가-힣]/);
    expect(problems).toEqual([]);
    await close();
  });

  it('writes to the disk where it may, and leaves nothing there of what is cancelled', async () => {
    const { page, dialog, problems, close } = await openExport({}, { disk: true });
    await choose(dialog, 'SRT');
    await go(dialog);
    await dialog.locator('li.done').waitFor(PATIENT);
    expect((await filesOnDisk(page))['order-en.srt']).toMatch(/^1\n00:00:00,000 --> /);
    await choose(dialog, 'APNG');
    await go(dialog);
    await dialog.locator('li.running progress').waitFor(PATIENT);
    await choose(dialog, 'GIF');
    await go(dialog);
    await dialog.getByRole('button', { name: 'Cancel order-en.gif' }).click();
    await dialog.getByRole('button', { name: 'Cancel order-en.apng' }).click();
    await expect.poll(() => dialog.locator('li.cancelled').count()).toBe(2);
    await expect.poll(async () => Object.keys(await filesOnDisk(page))).toEqual(['order-en.srt']);
    await expect.poll(() => dialog.locator('.inside').innerText()).toMatch(/was cancelled/);
    expect(problems).toEqual([]);
    await close();
  });

  it('passes over a codec that the browser claims and cannot do, and names the one it takes', async () => {
    const lie = `{ const Real = VideoEncoder; globalThis.VideoEncoder = class extends Real {
      static async isConfigSupported(config) { return { supported: true, config }; }
      configure(config) { if (config.codec.startsWith('avc')) throw new DOMException('no such encoder', 'NotSupportedError'); super.configure(config); }
    }; }`;
    const { page, dialog, close } = await openExport({}, {
      before: (page) => page.route(/\/worker-[\w-]+\.js$/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: lie + (await response.text()) });
      }),
    });
    await expect.poll(() => dialog.locator('.note').first().innerText(), PATIENT).toBe('H.264 is not available here; WebM (VP9) instead.');
    await choose(dialog, 'MP4', { Range: 'This step', Size: '720p · 1280 × 720', 'Frame rate': '24 a second' });
    const { name } = await exported(page, () => go(dialog));
    expect(name).toMatch(/\.webm$/);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await close();
  });

  it('records in the page where there is no worker', async () => {
    const { page, dialog, problems, close } = await openExport({}, {
      before: (page) => page.addInitScript(() => Object.assign(globalThis, { Worker: function refused() { throw new DOMException('refused', 'SecurityError'); } })),
    });
    await choose(dialog, 'GIF', { Range: 'This step', 'Frame rate': '10 a second' });
    const { path } = await exported(page, () => go(dialog));
    expect(readFileSync(path).subarray(0, 6).toString()).toBe('GIF89a');
    expect(problems).toEqual([]);
    await close();
  });

  it('is a dialog for everybody: axe finds nothing, the keyboard suffices, the focus comes back', async () => {
    const { page, player, dialog, problems, close } = await openExport({ colorScheme: 'light', reducedMotion: 'reduce' });
    expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
    await page.keyboard.press('Tab');
    for (let at = 0; at < 4; at++) await page.keyboard.press('ArrowDown');
    const onRadio = dialog.getByRole('radio', { checked: true });
    await dialog.getByRole('radio', { name: /^MP4/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await onRadio.getAttribute('value')).toBe('gif');
    await dialog.locator('footer strong').waitFor(PATIENT);
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    });
    expect(violations).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await expect.poll(async () => (await stateOf(player)).paused).toBe(false);
    expect(problems).toEqual([]);
    await close();
  });

  it('has room on a phone, in Korean', async () => {
    const { page, dialog, problems, close } = await openExport({ ...PHONE, locale: 'ko-KR' }, { query: 'lang=ko' });
    await page.keyboard.press('Escape');
    await page.locator('hopline-app-tools').getByRole('button', { name: '더 보기' }).tap();
    await page.locator('hopline-app-tools').getByRole('button', { name: '내보내기' }).tap();
    await dialog.locator('footer strong').waitFor(PATIENT);
    await dialog.getByRole('radio', { name: /^SRT/ }).check();
    await dialog.getByRole('button', { name: '내보내기', exact: true }).tap();
    await dialog.locator('li.done').waitFor(PATIENT);
    const wide = await dialog.evaluate((root) => {
      const found: string[] = [];
      const visit = (within: ParentNode): void => {
        for (const element of within.querySelectorAll('*')) {
          const { left, right, width } = element.getBoundingClientRect();
          if (width > 1 && (right > 390.5 || left < -0.5)) found.push(`${element.localName}.${element.className}`);
          if (element.shadowRoot) visit(element.shadowRoot);
        }
      };
      visit(root);
      return found;
    });
    expect(wide).toEqual([]);
    for (const target of await dialog.locator('button:visible, select:visible, .card:visible').all()) expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(problems).toEqual([]);
    await close();
  });
});
