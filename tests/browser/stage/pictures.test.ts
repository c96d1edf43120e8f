import { describe, expect, it } from 'vitest';
import { Ticker } from 'pixi.js';
import { THEMES } from '../../../src/look/tokens.ts';
import { seededRandom } from '../../../src/shared/random.ts';
import { Stage, type ViewName } from '../../../src/stage/stage.ts';
import { makeFixture, makeScene, pixelHash, stepOf } from './fixture.ts';

describe('a picture', () => {
  for (const view of ['map', 'sequence', 'split'] as const satisfies readonly ViewName[]) {
    it(`of the ${view} depends on its instant alone, not on what was drawn before`, async () => {
      const scene = await makeScene();
      const used = await makeFixture({ view, scene });
      const random = seededRandom(view);
      const times = Array.from({ length: 12 }, () => random() * scene.trace.duration);
      times.push(stepOf(scene.trace, 'work').start + 0.1, stepOf(scene.trace, 'grow').start + 0.2, stepOf(scene.trace, 'flood').start + 2);
      for (const time of times) await used.at(time);
      for (const time of [...times].reverse()) {
        const fresh = await makeFixture({ view, scene });
        expect(await used.at(time), `at ${time}`).toBe(await fresh.at(time));
        fresh.stage.destroy();
      }
      used.stage.destroy();
    });
  }

  it('is never blank and wears its theme', async () => {
    const hashes = new Set<string>();
    for (const theme of ['dark', 'light', 'contrast'] as const) {
      const { stage, at, trace } = await makeFixture({ theme, view: 'split', width: 1920, height: 1080 });
      hashes.add(await at(stepOf(trace, 'ask').start + 0.4));
      const context = (stage.canvas as HTMLCanvasElement).getContext('2d') as CanvasRenderingContext2D;
      const { data } = context.getImageData(0, 0, 1920, 1080);
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4) colours.add(((data[i] as number) << 16) | ((data[i + 1] as number) << 8) | (data[i + 2] as number));
      expect(colours.size, theme).toBeGreaterThan(200);
      expect(colours.has(Number.parseInt(THEMES[theme].page.slice(1), 16))).toBe(true);
      stage.destroy();
    }
    expect(hashes.size).toBe(3);
  });

  it('changes its theme live into the same picture as a stage that began with it', async () => {
    const scene = await makeScene();
    const changed = await makeFixture({ scene, view: 'split', width: 1920, height: 1080 });
    await changed.at(1);
    changed.stage.setTheme(THEMES.light);
    const fresh = await makeFixture({ scene, theme: 'light', view: 'split', width: 1920, height: 1080 });
    expect(await changed.at(1)).toBe(await fresh.at(1));
    changed.stage.destroy();
    fresh.stage.destroy();
  });

  it('moves at least thirty times in a second of a hop', async () => {
    const { stage, at, trace } = await makeFixture({ width: 640, height: 360 });
    const { start, end } = trace.messages[0] as (typeof trace.messages)[number];
    const frames = Math.floor((end - start) * 60);
    const hashes = new Set<string>();
    for (let i = 0; i < frames; i++) hashes.add(await at(start + i / 60));
    expect(hashes.size / (end - start)).toBeGreaterThanOrEqual(30);
    stage.destroy();
  });

  it('has as many pixels as its size and pixel ratio say', async () => {
    const { stage, at } = await makeFixture({ width: 500, height: 300, ratio: 2 });
    await at(1);
    expect([stage.canvas.width, stage.canvas.height]).toEqual([1000, 600]);
    stage.resize(320, 200, 1.5);
    expect([stage.canvas.width, stage.canvas.height]).toEqual([480, 300]);
    stage.destroy();
  });

  it('gives its backing store back and comes again unchanged', async () => {
    const { stage, at } = await makeFixture({ view: 'split', width: 1920, height: 1080 });
    const before = await at(2);
    stage.release();
    expect([stage.canvas.width, stage.canvas.height]).toEqual([0, 0]);
    const draws = stage.draws;
    stage.resize(1920, 1080, 1);
    expect(stage.draws).toBe(draws);
    expect(await at(2)).toBe(before);
    stage.destroy();
  });

  it('draws only when it is told to', async () => {
    const { stage, at } = await makeFixture();
    await at(1);
    const draws = stage.draws;
    stage.zoomAt(300, 200, 1.4);
    stage.setView('split');
    stage.resize(900, 500, 1);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(stage.draws).toBe(draws);
    stage.destroy();
  });

  it('is left by two hundred stages without a trace', async () => {
    const scene = await makeScene();
    const ticking = Ticker.system.count;
    for (let i = 0; i < 200; i++) {
      const { stage, draw, frames } = await makeFixture({ scene, width: 64, height: 36 });
      draw(frames.at(i % 10));
      stage.destroy();
      frames.dispose();
    }
    expect(Ticker.system.count).toBe(ticking);
    expect(document.querySelectorAll('canvas').length).toBe(0);
  });

  it('reports an error instead of throwing it where there is someone to hear it', async () => {
    const heard: Error[] = [];
    const stage = await Stage.create({ theme: THEMES.dark, onError: (error) => heard.push(error) });
    const scene = await makeScene();
    stage.setScene(scene);
    stage.resize(64, 64, 1);
    const { frames, stage: other } = await makeFixture({ scene });
    stage.draw(frames.at(1), {} as never);
    expect(heard).toHaveLength(1);
    expect(await pixelHash(other.canvas as HTMLCanvasElement)).not.toBe('');
    other.destroy();
  });
});
