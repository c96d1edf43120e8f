import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FilmPicture, type PictureSettings } from '../../../src/recorder/film-picture.ts';
import { frameHash } from '../../../src/recorder/frame-hash.ts';
import { MemoryFile } from '../../../src/recorder/memory-file.ts';
import { pixelsOf } from '../../../src/recorder/picture-pixels.ts';
import { slices } from '../../../src/recorder/slices.ts';
import { LocalStudio, type Studio } from '../../../src/recorder/studio.ts';
import type { StudioOrder, StudioWork } from '../../../src/recorder/studio-order.ts';
import { WorkerStudio } from '../../../src/recorder/worker-studio.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { STORY } from '../elements/story.ts';

const SETTINGS: PictureSettings = { width: 640, height: 360, theme: 'light', view: 'split', captions: 'burn' };
const STEPS = { from: 'ask', to: 'ask' };
const FOREVER = new AbortController().signal;

let worker: Studio;
let local: Studio;
let order: (work: StudioWork) => StudioOrder;
let steps: readonly string[];
beforeAll(async () => {
  const { scenario } = await parseScenario({ file: 'story.yaml', text: STORY, read: () => Promise.reject(new Error('nothing to read')) });
  if (!scenario) throw new Error('The story does not play.');
  const story = { scenario, variant: { lang: 'ko', level: 1, path: {}, pace: 1 } };
  order = (work) => ({ story, settings: SETTINGS, work });
  local = new LocalStudio(slices(12));
  worker = await WorkerStudio.start();
  steps = (await worker.outline(story)).steps.map(({ id }) => id);
});
afterAll(() => {
  worker.dispose();
  local.dispose();
});

async function make(studio: Studio, work: StudioWork): Promise<Uint8Array> {
  const file = new MemoryFile();
  await studio.make(order(work), file.stream, { signal: FOREVER });
  return file.bytes();
}

describe('a studio in a worker', () => {
  it('knows the steps of a story', async () => {
    const { story } = order({ kind: 'picture', at: { still: '' } });
    expect(await worker.outline(story)).toEqual(await local.outline(story));
    expect(steps.length).toBeGreaterThan(2);
  });

  it('draws every pixel as the page does', async () => {
    const { story } = order({ kind: 'picture', at: { still: '' } });
    const picture = await FilmPicture.create(story.scenario, story.variant, SETTINGS);
    for (const fraction of [0, 0.37, 0.8]) {
      for (const at of [{ moment: { step: steps[1] as string, part: 'act', fraction } }, { still: steps[2] as string }] as const) {
        const bitmap = await worker.preview(story, SETTINGS, at);
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d', { alpha: false }) as OffscreenCanvasRenderingContext2D;
        context.drawImage(bitmap, 0, 0);
        bitmap.close();
        const step = picture.trace.steps[1] as (typeof picture.trace.steps)[number];
        picture.draw('moment' in at ? { time: step.start + fraction * (step.actEnd - step.start) } : { still: 2 });
        expect(frameHash(new Uint32Array(context.getImageData(0, 0, 640, 360).data.buffer))).toBe(frameHash(pixelsOf(picture)));
      }
    }
    picture.dispose();
  });

  it.each([
    { kind: 'moving', format: 'gif', steps: STEPS, fps: 5 },
    { kind: 'moving', format: 'apng', steps: STEPS, fps: 5 },
    { kind: 'text', format: 'vtt', steps: {} },
    { kind: 'text', format: 'srt', steps: {} },
    { kind: 'text', format: 'chapters', steps: {} },
    { kind: 'text', format: 'markdown', steps: {} },
  ] satisfies StudioWork[])('makes the same bytes as the page does: $format', async (work) => {
    const bytes = await make(worker, work);
    expect(bytes.length).toBeGreaterThan(50);
    expect(bytes).toEqual(await make(local, work));
  });

  it('tells how far it is, and what all of it will weigh', async () => {
    const work: StudioWork = { kind: 'moving', format: 'gif', steps: {}, fps: 10 };
    const heard: number[] = [];
    const file = new MemoryFile();
    const estimate = await worker.estimate(order(work), FOREVER);
    await worker.make(order(work), file.stream, { signal: FOREVER, onProgress: (done) => heard.push(done) });
    expect(heard.at(-1)).toBe(estimate.frames);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    // Where it is as much as that, it is no estimate.
    expect(estimate.bytes / file.size).toBeGreaterThan(0.25);
    expect(estimate.bytes / file.size).toBeLessThan(4);
  });

  it.each(['worker', 'local'] as const)('gives up at once when it is told to, and the file with it: %s', async (where) => {
    const studio = where === 'worker' ? worker : local;
    const stop = new AbortController();
    const reasons: unknown[] = [];
    let closed = false;
    const file = new WritableStream({ close: () => void (closed = true), abort: (reason) => void reasons.push(reason) });
    const making = studio.make(order({ kind: 'moving', format: 'apng', steps: {}, fps: 30 }), file, {
      signal: stop.signal, onProgress: (done) => { if (done > 2) stop.abort(new Error('enough')); },
    });
    await expect(making).rejects.toThrow('enough');
    expect([closed, reasons.length]).toEqual([false, 1]);
    // It is there for the next one.
    expect((await make(studio, { kind: 'text', format: 'vtt', steps: STEPS })).length).toBeGreaterThan(20);
  });

  it('says when the file cannot be written', async () => {
    const full = new WritableStream({ write: () => Promise.reject(new Error('no room')) });
    await expect(worker.make(order({ kind: 'picture', at: { still: steps[0] as string } }), full, { signal: FOREVER })).rejects.toThrow('no room');
  });

  it('finds by a real frame which film the browser encodes', async () => {
    const odd = { format: 'mp4', codec: 'h264' } as const;
    expect(await worker.encoder([odd], { width: 641, height: 361, fps: 30 })).toBeUndefined();
    expect(await worker.encoder([{ format: 'webm', codec: 'vp9' }], { width: 640, height: 360, fps: 30 })).toEqual({ format: 'webm', codec: 'vp9' });
  });
});
