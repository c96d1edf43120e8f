import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { ROOT } from '../tools/pages.ts';
import { systemTool } from '../tools/system-tool.ts';

const COMMAND = ['--import', join(ROOT, 'node_modules/tsx/dist/loader.mjs'), join(ROOT, 'src/cli/main.ts'), 'pptx'];
const STORY = join(ROOT, 'scenarios/shop/order.yaml');
/** Of 255, on average: a page was made a picture again by another program, through JPEG. */
const TOLERANCE = 4;
/** Installing an office takes a while where there is none. */
const INSTALLING_MS = 400_000;

let folder: string;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hopline-pptx-'));
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A picture as 96 × 54 pixels of red, green, blue and alpha. */
async function small(png: Uint8Array): Promise<number[]> {
  return page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(96, 54);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, 96, 54);
    return [...context.getImageData(0, 0, 96, 54).data];
  }, Buffer.from(png).toString('base64'));
}

it('is a deck that an office opens, each page as its poster', async ({ skip }) => {
  const office = systemTool('soffice', 'libreoffice-impress');
  const render = systemTool('pdftoppm', 'poppler-utils');
  if (!office || !render) return skip('LibreOffice and pdftoppm are needed');
  const made = spawnSync(process.execPath, [...COMMAND, STORY, '-o', 'deck.pptx', '--size', '640x360', '--fps', '5', '--rate', '2', '--lang', 'ko'], { cwd: folder, encoding: 'utf8' });
  expect(`${made.stderr}${made.stdout}`).toMatch(/deck\.pptx: 7 slides/);
  spawnSync(office, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', 'deck.pptx'], { cwd: folder });
  spawnSync(render, ['-r', '60', '-png', 'deck.pdf', 'page'], { cwd: folder });
  const pages = readdirSync(folder).filter((name) => /^page.*\.png$/.test(name)).toSorted();
  expect(pages).toHaveLength(7);
  const zip = await JSZip.loadAsync(readFileSync(join(folder, 'deck.pptx')));
  const posters = Object.keys(zip.files).filter((name) => /media\/image-\d+-\d+\.png$/.test(name)).toSorted((a, b) => slideOf(a) - slideOf(b));
  expect(posters).toHaveLength(7);
  for (const [at, name] of posters.entries()) {
    const poster = await small((await zip.file(name)?.async('uint8array')) as Uint8Array);
    const shown = await small(readFileSync(join(folder, pages[at] as string)));
    const off = poster.reduce((sum, value, index) => sum + Math.abs(value - (shown[index] as number)), 0) / poster.length;
    expect(off, `page ${at + 1}`).toBeLessThan(TOLERANCE);
    expect(Math.max(...poster) - Math.min(...poster.filter((_, index) => index % 4 !== 3)), 'not blank').toBeGreaterThan(40);
  }
}, INSTALLING_MS);

it('has its clips from ffmpeg where no browser encodes H.264, and pictures alone where ffmpeg is missing too', async ({ skip }) => {
  if (!systemTool('ffmpeg', 'ffmpeg')) return skip('ffmpeg is needed');
  for (const [missing, clips, said] of [['h264', 7, /no browser here encodes H\.264, so ffmpeg does/g], ['h264,ffmpeg', 0, /so the slides have pictures without clips/g]] as const) {
    const args = [...COMMAND, STORY, '-o', 'small.pptx', '--size', '320x180', '--fps', '4', '--rate', '8'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, HOPLINE_WITHOUT: missing } });
    expect(stdout).toContain(`small.pptx: 7 slides, ${clips} of them with a clip`);
    expect(stderr.match(said), stderr).toHaveLength(1);
    const zip = await JSZip.loadAsync(readFileSync(join(folder, 'small.pptx')));
    const films = await Promise.all(Object.values(zip.files).filter(({ name }) => name.endsWith('.mp4')).map((file) => file.async('uint8array')));
    expect(films).toHaveLength(clips);
    expect(films.every((film) => Buffer.from(film).includes('avcC'))).toBe(true);
  }
});

function slideOf(name: string): number {
  return Number(/image-(\d+)-/.exec(name)?.[1]);
}
