import { afterEach, describe, expect, it } from 'vitest';
import { FilmPicture, type PictureSettings } from '../../../src/recorder/film-picture.ts';
import { planFrames } from '../../../src/recorder/frame-plan.ts';
import type { MovingFormat } from '../../../src/recorder/moving-format.ts';
import { pixelsOf } from '../../../src/recorder/picture-pixels.ts';
import { recordMoving } from '../../../src/recorder/record-moving.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { STORY } from '../elements/story.ts';
import { MemoryFile } from './memory-file.ts';

const SETTINGS: PictureSettings = { width: 480, height: 270, theme: 'dark', view: 'map', captions: 'burn' };
const TYPES: Readonly<Record<MovingFormat, string>> = { gif: 'image/gif', apng: 'image/png' };
const made: FilmPicture[] = [];
afterEach(() => made.splice(0).forEach((picture) => picture.dispose()));

async function picture(captions: PictureSettings['captions'] = 'burn'): Promise<FilmPicture> {
  const { scenario } = await parseScenario({ file: 'story.yaml', text: STORY, read: () => Promise.reject(new Error('nothing to read')) });
  if (!scenario) throw new Error('The story does not play.');
  const one = await FilmPicture.create(scenario, { lang: 'ko' }, { ...SETTINGS, captions });
  made.push(one);
  return one;
}

interface Decoded {
  readonly start: number;
  readonly pixels: Uint32Array;
}

/** What the browser's own decoder sees, frame by frame; seconds. */
async function decode(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<{ readonly frames: Decoded[]; readonly duration: number }> {
  const decoder = new ImageDecoder({ data: bytes, type });
  await decoder.completed;
  await decoder.tracks.ready;
  const frames: Decoded[] = [];
  let duration = 0;
  for (let frameIndex = 0; frameIndex < (decoder.tracks.selectedTrack?.frameCount ?? 0); frameIndex++) {
    const { image } = await decoder.decode({ frameIndex });
    const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    frames.push({ start: duration, pixels: new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer) });
    duration += (image.duration ?? 0) / 1e6;
    image.close();
  }
  decoder.close();
  return { frames, duration };
}

/** The greatest and the mean distance of the colours of two pictures. */
function distance(a: Uint32Array, b: Uint32Array): { readonly most: number; readonly mean: number } {
  let most = 0;
  let sum = 0;
  a.forEach((pixel, at) => {
    for (const shift of [0, 8, 16]) {
      const off = Math.abs(((pixel >>> shift) & 0xff) - (((b[at] as number) >>> shift) & 0xff));
      most = Math.max(most, off);
      sum += off;
    }
  });
  return { most, mean: sum / (3 * a.length) };
}

describe.each(['gif', 'apng'] satisfies MovingFormat[])('a picture that moves, as %s', (format) => {
  const plan = planFrames({ from: 0.5, to: 2.5, fps: 15, rate: 1 });

  it('shows every instant as it is drawn, for as long as it lasts', async () => {
    const file = new MemoryFile();
    const heard: number[] = [];
    const one = await picture();
    await recordMoving(one, plan, format, file.stream, { onProgress: (frames) => heard.push(frames) });
    expect(file.closed).toBe(true);
    expect(heard).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
    const { frames, duration } = await decode(file.bytes, TYPES[format]);
    // Browsers count in whole milliseconds, of each frame.
    expect(Math.abs(duration - 2)).toBeLessThan(0.03);
    expect(frames.length).toBeGreaterThan(10);
    for (let frame = 0; frame < plan.frames; frame++) {
      one.draw({ time: plan.storyTime(frame) });
      const shown = frames.findLast(({ start }) => start <= (frame + 0.5) / plan.fps);
      const { most, mean } = distance(shown?.pixels ?? new Uint32Array(), pixelsOf(one));
      if (format === 'apng') expect(most).toBe(0);
      else expect(mean).toBeLessThan(1.5);
    }
  });

  it('is one frame for as long as nothing moves', async () => {
    const file = new MemoryFile();
    const one = await picture('none');
    const { end } = one.trace.steps.at(-1) ?? { end: 0 };
    await recordMoving(one, planFrames({ from: end - 0.2, to: end, fps: 15, rate: 0.1 }), format, file.stream);
    expect((await decode(file.bytes, TYPES[format])).frames).toHaveLength(1);
  });

  it('stops at once when it is told to, and never says that the file is whole', async () => {
    const file = new MemoryFile();
    const stop = new AbortController();
    const recording = recordMoving(await picture(), plan, format, file.stream, { signal: stop.signal, onProgress: (frames) => frames === 3 && stop.abort(new Error('enough')) });
    await expect(recording).rejects.toThrow('enough');
    expect(file.closed).toBe(false);
    expect(file.failed).toBeTruthy();
  });
});
