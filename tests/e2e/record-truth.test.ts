import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileSink } from '../../src/cli/file-sink.ts';
import { PartFile } from '../../src/cli/part-file.ts';
import type { RecordWork } from '../../src/cli/record-order.ts';
import { RecordSession } from '../../src/cli/record-session.ts';
import { readStory, type Story } from '../../src/cli/record-story.ts';
import { THEMES, type ThemeName } from '../../src/look/tokens.ts';
import type { FilmFormat } from '../../src/recorder/film-codec.ts';
import { ROOT } from '../tools/pages.ts';
import { systemTool } from '../tools/system-tool.ts';

const WIDTH = 640;
const HEIGHT = 360;
const FPS = 30;
/** A second in which messages travel; no whole number of frames. */
const RANGE = { from: 21, to: 22.01, fps: FPS, rate: 1 };
const FRAMES = 31;
/** The end of a step, which is read, and the beginning of the next one. */
const REST = { from: 24, to: 29, fps: FPS, rate: 1 };
/** Frames around a frame with which it is compared. */
const REACH = 3;
/** Side of a square of one colour, px: colour is stored at half the size, and blocks of it spread. */
const FLAT = 13;
const MOST_OFF = 4;
const MEAN_OFF = 3;
const NOISY = 0.1;

const ffmpeg = systemTool('ffmpeg', 'ffmpeg');
const ffprobe = systemTool('ffprobe', 'ffmpeg');
const folder = mkdtempSync(join(tmpdir(), 'hopline-truth-'));
let session: RecordSession;
let story: Story;

beforeAll(async () => {
  story = await readStory('scenarios/kubernetes/pod-creation.yaml', { lang: 'ko', level: '3' }, ROOT);
  session = await RecordSession.open();
});
afterAll(async () => {
  await session?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Records something of the story; undefined where this browser cannot encode it. */
async function record(name: string, work: RecordWork, theme: ThemeName): Promise<string | undefined> {
  const { file, texts, trace: { variant } } = story;
  const out = join(folder, name);
  const part = work.kind === 'film' ? await PartFile.create(out) : undefined;
  const settings = { width: WIDTH, height: HEIGHT, theme, view: 'split', captions: 'burn' } as const;
  const { outcome } = await session.record({ file, texts, variant, settings, work, tags: { title: name, stamp: '' }, prints: 'none' }, new FileSink(out, work, part, undefined));
  await part?.finish();
  return outcome === 'done' ? out : undefined;
}

function film(format: FilmFormat, theme: ThemeName): Promise<string | undefined> {
  return record(`${theme}.${format}`, { kind: 'film', format, range: RANGE }, theme);
}

async function pictures(theme: ThemeName): Promise<Uint8Array[]> {
  return decoded((await record(`${theme}-%03d.png`, { kind: 'frames', range: RANGE }, theme)) as string);
}

/** Every picture of a file as a player shows it, red, green and blue: its own tags say how its colours are meant. */
function decoded(path: string): Uint8Array[] {
  const arguments_ = ['-v', 'error', '-xerror', '-err_detect', 'explode', '-i', path, '-fps_mode', 'passthrough', '-sws_flags', 'accurate_rnd+full_chroma_int', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
  const { stdout, stderr } = spawnSync(ffmpeg as string, arguments_, { maxBuffer: 1 << 30 });
  expect(stderr.toString()).toBe('');
  const size = 3 * WIDTH * HEIGHT;
  expect(stdout.length % size).toBe(0);
  return Array.from({ length: stdout.length / size }, (_, at) => stdout.subarray(at * size, (at + 1) * size));
}

interface Probed {
  readonly streams: readonly Readonly<Record<string, string | number>>[];
  readonly format: { readonly duration: string };
  readonly frames: readonly { readonly pts_time: string; readonly pict_type: string; readonly pkt_size: string }[];
}

function probe(path: string): Probed {
  const { stdout } = spawnSync(ffprobe as string, ['-v', 'error', '-show_streams', '-show_format', '-show_frames', '-of', 'json', path], { maxBuffer: 1 << 28 });
  return JSON.parse(stdout.toString()) as Probed;
}

/** Mean square of the differences. */
function distance(one: Uint8Array, other: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += ((one[at] as number) - (other[at] as number)) ** 2;
  return sum / one.length;
}

/** The pixels in whose whole neighbourhood a picture has one colour. */
function* flatPixels(picture: Uint8Array): Generator<number> {
  const words = Int32Array.from({ length: WIDTH * HEIGHT }, (_, at) => ((picture[3 * at] as number) << 16) | ((picture[3 * at + 1] as number) << 8) | (picture[3 * at + 2] as number));
  const half = FLAT >> 1;
  for (let y = half; y < HEIGHT - half; y += 2) {
    for (let x = half; x < WIDTH - half; x += 2) if (isFlat(words, x, y, half)) yield y * WIDTH + x;
  }
}

function isFlat(words: Int32Array, x: number, y: number, half: number): boolean {
  const colour = words[y * WIDTH + x];
  for (let row = y - half; row <= y + half; row++) {
    for (let at = row * WIDTH + x - half, end = at + 2 * half; at <= end; at++) if (words[at] !== colour) return false;
  }
  return true;
}

function colourAt(picture: Uint8Array, pixel: number): string {
  return `#${[0, 1, 2].map((part) => (picture[3 * pixel + part] as number).toString(16).padStart(2, '0')).join('')}`;
}

describe.runIf(ffmpeg && ffprobe).each([['mp4', 'dark'], ['mp4', 'light'], ['webm', 'dark'], ['webm', 'contrast']] as const)('a film as %s, %s', (format, theme) => {
  it('has each of its frames once, in order and at its time, with the colours of its pictures', async ({ skip }) => {
    const path = await film(format, theme);
    if (!path) return skip(`no encoder for ${format}`);
    const { streams: [stream = {}], format: file, frames } = probe(path);
    expect(stream).toMatchObject({ width: WIDTH, height: HEIGHT, r_frame_rate: '30/1', color_space: 'bt709', color_primaries: 'bt709' });
    // What the page draws is sRGB, which has the primaries of BT.709 and a curve of its own.
    expect(stream['color_transfer']).toMatch(/^(iec61966-2-1|bt709)$/);
    expect(frames).toHaveLength(FRAMES);
    frames.forEach(({ pts_time }, at) => expect(Number(pts_time)).toBeCloseTo(at / FPS, 2));
    expect(Math.abs(Number(file.duration) - (RANGE.to - RANGE.from))).toBeLessThan(1 / FPS);
    const shown = decoded(path);
    const drawn = await pictures(theme);
    expect([shown.length, drawn.length]).toEqual([FRAMES, FRAMES]);
    expectEachOnce(shown, drawn);
    expectSameColours(shown, drawn, theme);
  });
});

/** Of the pictures around it, each frame is nearest to its own. */
function expectEachOnce(shown: readonly Uint8Array[], drawn: readonly Uint8Array[]): void {
  const nearest = shown.map((frame, at) => {
    const candidates = drawn.map((_, index) => index).filter((index) => Math.abs(index - at) <= REACH);
    const distances = new Map(candidates.map((index) => [index, distance(frame, drawn[index] as Uint8Array)]));
    return candidates.reduce((best, index) => ((distances.get(index) as number) < (distances.get(best) as number) ? index : best), at);
  });
  expect(nearest).toEqual(drawn.map((_, at) => at));
}

interface Colour {
  pixels: number;
  /** How many of them are further off than allowed, and what all are off together. */
  noisy: number;
  off: number;
}

/** The pixels that lie amid a colour keep it, but for a little noise that a moving edge leaves around it. */
function expectSameColours(shown: readonly Uint8Array[], drawn: readonly Uint8Array[], theme: ThemeName): void {
  const colours = new Map<string, Colour>();
  for (const at of [0, FRAMES - 1]) {
    const [film, picture] = [shown[at] as Uint8Array, drawn[at] as Uint8Array];
    for (const pixel of flatPixels(picture)) {
      const off = Math.max(...[0, 1, 2].map((part) => Math.abs((film[3 * pixel + part] as number) - (picture[3 * pixel + part] as number))));
      const { pixels, noisy, off: before } = colours.get(colourAt(picture, pixel)) ?? { pixels: 0, noisy: 0, off: 0 };
      colours.set(colourAt(picture, pixel), { pixels: pixels + 1, noisy: noisy + Number(off > MOST_OFF), off: before + off });
    }
  }
  expect([...colours.keys()]).toContain(THEMES[theme].page);
  expect(colours.size).toBeGreaterThan(1);
  expect([...colours].filter(([, { pixels, noisy, off }]) => noisy > NOISY * pixels || off > MEAN_OFF * pixels)).toEqual([]);
}

it.runIf(ffmpeg && ffprobe)('an mp4 whose pictures stand still has a few bytes for each of them, and decodes without a complaint', async ({ skip }) => {
  const path = await record('rest.mp4', { kind: 'film', format: 'mp4', range: REST }, 'dark');
  if (!path) return skip('no encoder for mp4');
  const { frames } = probe(path);
  expect(frames).toHaveLength((REST.to - REST.from) * FPS);
  expect(frames.filter(({ pkt_size }) => Number(pkt_size) < 24).length).toBeGreaterThan(frames.length / 5);
  expect(decoded(path)).toHaveLength(frames.length);
});

it.runIf(ffmpeg)('an mp4 has its table before its pictures, so that it plays while it is still loaded', async ({ skip }) => {
  const path = await film('mp4', 'dark');
  if (!path) return skip('no encoder for mp4');
  const names = boxes(readFileSync(path));
  expect(names).toEqual(expect.arrayContaining(['ftyp', 'moov', 'mdat']));
  expect(names.indexOf('moov')).toBeLessThan(names.indexOf('mdat'));
});

/** Names of the outermost boxes, in order. */
function boxes(bytes: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    names.push(bytes.toString('latin1', at + 4, at + 8));
    const size = bytes.readUInt32BE(at);
    at += size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size === 0 ? bytes.length : size;
  }
  return names;
}
