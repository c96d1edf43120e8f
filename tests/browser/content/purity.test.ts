import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/shared/random.ts';
import type { Frame } from '../../../src/compile/frame.ts';
import type { Trace } from '../../../src/compile/trace.ts';
import { FrameSource } from '../../../src/timeline/frames.ts';
import { Easel, fewest, nameOf, sceneOf, shippedScenarios, type Setting } from './shipped.ts';

/** A wide picture in few pixels: the panes are those of a large screen, the raster is 640 × 360. */
const SMALL = { width: 1280, height: 720, ratio: 0.5 } as const;
const VIEWS = ['map', 'sequence', 'split'] as const;
/** Moments of each variant, one for each view. */
const MOMENTS = 3;

/** Anywhere, in the middle of messages and just after steps begin: where most moves. */
function moments(trace: Trace, random: () => number): number[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: MOMENTS }, (_, at) => {
    if (at % 3 === 0) return random() * trace.duration;
    if (at % 3 === 1) return pick(trace.steps).start + random() * 0.8;
    const { start, end } = pick(trace.messages);
    return start + random() * (end - start + 0.4);
  });
}

/** Frames as a player asks for them, one after the other; the records of every `nth`. */
function played(trace: Trace, fps: number, nth: number): Map<number, string> {
  const source = new FrameSource(trace);
  const kept = new Map<number, string>();
  for (let frame = 0; frame / fps < trace.duration; frame++) {
    const record: Frame = source.at(frame / fps);
    if (frame % nth === 0) kept.set(frame, JSON.stringify(record));
  }
  source.dispose();
  return kept;
}

describe.each(await shippedScenarios())('$name', (shipped) => {
  const variants = fewest(shipped.variants).map((variant, at) => [nameOf(variant), variant, at] as const);

  it.each(variants)('is drawn the same whatever was drawn before: %s', async (name, variant, at) => {
    const scene = sceneOf(shipped, variant, { view: 'split', ...SMALL });
    const random = seededRandom(`${shipped.name} ${name}`);
    const settings: Setting[] = VIEWS.map((view) => ({ view, ...SMALL, theme: (['dark', 'light', 'contrast'] as const)[at % 3] as 'dark' }));
    const used = await Promise.all(settings.map((setting) => Easel.create(scene, setting)));
    const times = moments(scene.trace, random);
    for (const time of times) for (const easel of used) easel.draw(easel.frames.at(time));
    for (const [index, time] of [...times].reverse().entries()) {
      const view = (index + Math.floor(index / 3)) % 3;
      const fresh = await Easel.create(scene, settings[view] as Setting);
      expect(await (used[view] as Easel).hashAt(time), `${VIEWS[view]} at ${time}`).toBe(await fresh.hashAt(time));
      fresh.destroy();
    }
    for (const easel of used) easel.destroy();
  });

  it.each(variants)('is drawn the same at 24 and at 60 frames a second as by seeking: %s', async (name, variant, at) => {
    const setting: Setting = { view: VIEWS[at % 3] as 'map', ...SMALL };
    const scene = sceneOf(shipped, variant, setting);
    const random = seededRandom(`${shipped.name} ${name} played`);
    const message = scene.trace.messages[Math.floor(random() * scene.trace.messages.length)];
    // A second that both rates meet twelve times, around the start of a message: it is under way, and often the step is a new one.
    const start = Math.max(0, Math.floor(((message?.start ?? 0) - 0.3) * 12) / 12);
    const hashes: string[][] = [];
    for (const fps of [24, 60]) {
      const easel = await Easel.create(scene, setting);
      const met: string[] = [];
      for (let frame = 0; frame < fps; frame++) {
        if (frame % (fps / 12) === 0 && (frame * 12) / fps % 3 === 0) met.push(await easel.hashAt(start + frame / fps));
        else easel.draw(easel.frames.at(start + frame / fps));
      }
      hashes.push(met);
      easel.destroy();
    }
    const sought: string[] = [];
    for (const quarter of [3, 1, 2, 0]) {
      const fresh = await Easel.create(scene, setting);
      sought[quarter] = await fresh.hashAt(start + quarter / 4);
      fresh.destroy();
    }
    expect(new Set(sought).size).toBeGreaterThan(1);
    expect(hashes[0]).toEqual(sought);
    expect(hashes[1]).toEqual(sought);
  });

  it.each(variants)('has the same records at 24 and at 60 frames a second as by seeking: %s', (_name, variant) => {
    const { trace } = sceneOf(shipped, variant, { view: 'map', ...SMALL });
    for (const fps of [24, 60]) {
      const kept = played(trace, fps, fps - 1);
      expect(kept.size).toBeGreaterThan(5);
      const seeking = new FrameSource(trace);
      for (const [frame, record] of [...kept].reverse()) expect(JSON.stringify(seeking.at(frame / fps)), `frame ${frame} at ${fps}`).toBe(record);
      seeking.dispose();
    }
  });
});
