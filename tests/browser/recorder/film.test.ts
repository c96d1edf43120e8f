import { VideoSampleSink } from 'mediabunny';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canEncode, type FilmFormat } from '../../../src/recorder/film-codec.ts';
import { FilmPicture, type PictureSettings } from '../../../src/recorder/film-picture.ts';
import { planFrames } from '../../../src/recorder/frame-plan.ts';
import { recordFilm, type FilmChunk } from '../../../src/recorder/record-film.ts';
import { recordPictures } from '../../../src/recorder/record-pictures.ts';
import { THEMES } from '../../../src/look/tokens.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { STORY } from '../elements/story.ts';
import { MemoryFile } from './memory-file.ts';

const SETTINGS: PictureSettings = { width: 640, height: 360, theme: 'dark', view: 'map', captions: 'burn' };
const made: FilmPicture[] = [];
afterEach(() => made.splice(0).forEach((picture) => picture.dispose()));

async function picture(settings: Partial<PictureSettings> = {}, lang = 'ko'): Promise<FilmPicture> {
  const { scenario } = await parseScenario({ file: 'story.yaml', text: STORY, read: () => Promise.reject(new Error('nothing to read')) });
  if (!scenario) throw new Error('The story does not play.');
  const one = await FilmPicture.create(scenario, { lang }, { ...SETTINGS, ...settings });
  made.push(one);
  return one;
}

function pixels({ canvas }: FilmPicture): Uint8ClampedArray {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The picture has no context.');
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** FNV-1a over whole pixels. */
function hash(one: FilmPicture): number {
  let value = 0x811c9dc5;
  for (const pixel of new Uint32Array(pixels(one).buffer)) value = Math.imul(value ^ pixel, 0x01000193);
  return value >>> 0;
}

describe('a picture of a film', () => {
  it('is the same whenever it is drawn, in whatever order', async () => {
    const times = [0, 0.4, 1.1, 2.7, 5.3, 8];
    const hashes = async (order: readonly number[]): Promise<Record<number, number>> => {
      const one = await picture({ view: 'split', width: 1280, height: 720 });
      return Object.fromEntries(order.map((time) => (one.draw({ time }), [time, hash(one)])));
    };
    const forwards = await hashes(times);
    expect(await hashes([2.7, 0, 8, 5.3, 0.4, 1.1])).toEqual(forwards);
    expect(new Set(Object.values(forwards)).size).toBe(times.length);
  });

  it.each([
    { view: 'split', width: 640, height: 360 }, { view: 'map', width: 642, height: 362, theme: 'light' }, { view: 'map', width: 360, height: 360, captions: 'none' },
    { view: 'map', width: 360, height: 640, transparent: true },
  ] satisfies Partial<PictureSettings>[])('is the same on each of its canvases in turn, whether the stage drew it anew or not: %j', async (look) => {
    const frames = 180;
    const told = await picture(look);
    const inTurn = Array.from({ length: frames }, (_, frame) => {
      told.draw({ time: frame / 20 });
      const value = frame % 9 === 0 ? hash(told) : undefined;
      told.lend();
      return value;
    });
    for (let frame = 171; frame >= 0; frame -= 36) {
      const fresh = await picture(look);
      fresh.draw({ time: frame / 20 });
      expect(hash(fresh), `frame ${frame}`).toBe(inTurn[frame]);
    }
  });

  it('has the size that was asked for, odd ones too, and the theme to its rim', async () => {
    for (const [width, height] of [[641, 363], [360, 640], [1280, 720]] as const) {
      const one = await picture({ width, height, theme: 'light' });
      one.draw({ time: 1 });
      expect([one.canvas.width, one.canvas.height]).toEqual([width, height]);
      const data = pixels(one);
      const page = [1, 3, 5].map((at) => parseInt(THEMES.light.page.slice(at, at + 2), 16));
      expect([...data.slice(-4, -1)]).toEqual(page);
      expect([...data.slice(0, 3)]).toEqual(page);
    }
  });

  it('carries the narration in its language, or leaves it out', async () => {
    const drawn = async (captions: 'burn' | 'none', lang: string): Promise<number> => {
      const one = await picture({ captions }, lang);
      one.draw({ time: 1 });
      return hash(one);
    };
    expect(new Set([await drawn('burn', 'ko'), await drawn('burn', 'en'), await drawn('none', 'ko')]).size).toBe(3);
  });
});

describe.each(['webm', 'mp4'] satisfies FilmFormat[])('a film as %s', (format) => {
  const plan = planFrames({ from: 0.5, to: 1.32, fps: 25, rate: 1 });

  it('has every frame at its time, of the right length, size and colour', async ({ skip }) => {
    // Builds of Chromium without proprietary codecs have no H.264.
    skip(!(await canEncode(format, { ...SETTINGS, fps: 25 })), `no encoder for ${format}`);
    const file = new MemoryFile();
    const heard: number[] = [];
    const one = await picture();
    await recordFilm(one, plan, format, file.stream, { onProgress: (frames) => heard.push(frames) });
    expect(file.closed).toBe(true);
    expect(plan.frames).toBe(21);
    expect(heard).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
    const track = await file.track();
    expect([await track.getDisplayWidth(), await track.getDisplayHeight()]).toEqual([640, 360]);
    const times: number[] = [];
    for await (const sample of new VideoSampleSink(track).samples()) {
      times.push(sample.timestamp);
      if (times.length === 11) await expectSameColours(sample.toVideoFrame(), one, plan.storyTime(10));
      sample.close();
    }
    expect(times).toHaveLength(21);
    times.forEach((time, at) => expect(time).toBeCloseTo(at / 25, 2));
    expect(Math.abs((await track.computeDuration()) - 21 / 25)).toBeLessThan(1 / 25);
  });
});

it('a film as H.264 has pictures that stand still without an encoder, and goes on from them as it should', async ({ skip }) => {
  const plan = planFrames({ from: 0, to: 8, fps: 25, rate: 1 });
  skip(!(await canEncode('mp4', { ...SETTINGS, fps: 25 })), 'no encoder for mp4');
  // Beneath a picture with captions the bar of progress of so short a story never stands still.
  const one = await picture({ captions: 'none' });
  const changes = Array.from({ length: plan.frames }, (_, frame) => one.draw({ time: plan.storyTime(frame) }));
  const encode = vi.spyOn(VideoEncoder.prototype, 'encode');
  const file = new MemoryFile();
  await recordFilm(await picture({ captions: 'none' }), plan, 'mp4', file.stream);
  const encoded = encode.mock.calls.length;
  encode.mockRestore();
  // Some are encoded although they stand still: key pictures, and what comes before the encoder has told of its stream.
  const changed = changes.filter(Boolean).length;
  expect(encoded).toBeGreaterThanOrEqual(changed);
  expect(encoded - changed).toBeLessThan(0.2 * (plan.frames - changed));
  const hashes: number[] = [];
  for await (const sample of new VideoSampleSink(await file.track()).samples()) {
    const frame = sample.toVideoFrame();
    const bytes = new Uint8Array(frame.allocationSize());
    await frame.copyTo(bytes);
    hashes.push(bytes.reduce((value, byte) => Math.imul(value ^ byte, 0x01000193), 0x811c9dc5));
    // After pictures that stand still, and amid them.
    if (changes[hashes.length - 1] !== changes[hashes.length - 2]) await expectSameColours(frame, one, plan.storyTime(hashes.length - 1));
    else frame.close();
    sample.close();
  }
  expect(hashes).toHaveLength(plan.frames);
  const repeated = hashes.filter((value, at) => at > 0 && value === hashes[at - 1]).length;
  expect(repeated).toBeGreaterThanOrEqual(plan.frames - encoded);
});

it.each(['webm', 'mp4'] satisfies FilmFormat[])('a film as %s carries its captions, its title and what it was made from', async (format) => {
  if (!(await canEncode(format, { ...SETTINGS, fps: 5 }))) return;
  const file = new MemoryFile();
  const captions = { text: 'WEBVTT\n\n00:00:00.000 --> 00:00:00.500\n파드를 만듭니다.\n', lang: 'ko' };
  const tags = { title: '파드 생성', stamp: 'ab'.repeat(32) };
  await recordFilm(await picture(), planFrames({ from: 0, to: 0.6, fps: 5, rate: 1 }), format, file.stream, { captions, tags });
  const text = new TextDecoder().decode(file.bytes);
  for (const part of ['파드를 만듭니다.', '파드 생성', `hopline-inputs:${tags.stamp}`, format === 'mp4' ? 'wvtt' : 'S_TEXT/WEBVTT']) expect(text).toContain(part);
  expect(await (await file.track()).computePacketStats()).toMatchObject({ packetCount: 3 });
});

/** On average a decoded frame is its picture; single pixels at edges of lines are not, as colour is stored at half the size. */
async function expectSameColours(frame: VideoFrame, one: FilmPicture, time: number): Promise<void> {
  const canvas = new OffscreenCanvas(640, 360);
  const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
  context.drawImage(frame, 0, 0);
  frame.close();
  const decoded = context.getImageData(0, 0, 640, 360).data;
  one.draw({ time });
  const wanted = pixels(one);
  const off = decoded.reduce((sum, value, at) => sum + Math.abs(value - (wanted[at] as number)), 0) / decoded.length;
  expect(off).toBeLessThan(4);
}

describe('a recording that ends early', () => {
  it('stops at once when it is told to, and never says that the file is whole', async () => {
    const file = new MemoryFile();
    const stop = new AbortController();
    const heard: number[] = [];
    const plan = planFrames({ from: 0, to: 4, fps: 25, rate: 1 });
    const recording = recordFilm(await picture(), plan, 'webm', file.stream, {
      signal: stop.signal,
      onProgress: (frames) => {
        heard.push(frames);
        if (frames === 3) stop.abort(new Error('enough'));
      },
    });
    await expect(recording).rejects.toThrow('enough');
    expect(heard.length).toBeLessThan(6);
    expect(file.closed).toBe(false);
    expect(file.failed).toEqual(new Error('enough'));
  });

  it('fails when its file cannot be written', async () => {
    const full = new WritableStream<FilmChunk>({ write: () => Promise.reject(new Error('no room')) });
    await expect(recordFilm(await picture(), planFrames({ from: 0, to: 1, fps: 5, rate: 1 }), 'webm', full)).rejects.toThrow('no room');
  });
});

describe('pictures of a story', () => {
  it('are PNG files in order, each one taken before the next is drawn', async () => {
    const taken: [number, string][] = [];
    await recordPictures(await picture(), [{ time: 0 }, { time: 1.5 }, { still: 2 }], async (png, index) => {
      await new Promise((next) => setTimeout(next, 5));
      const { width, height } = await createImageBitmap(new Blob([png], { type: 'image/png' }));
      taken.push([index, `${width}x${height}`]);
    });
    expect(taken).toEqual([[0, '640x360'], [1, '640x360'], [2, '640x360']]);
  });
});
