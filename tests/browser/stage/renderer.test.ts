import { describe, expect, it, vi } from 'vitest';
import { stateAt } from '../../../src/compile/state.ts';
import { THEMES } from '../../../src/look/tokens.ts';
import { Stage } from '../../../src/stage/stage.ts';
import { makeFixture, stepOf } from './fixture.ts';

const SIZE = { width: 960, height: 540 };

function hasWebGL(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}

/** A canvas' pixels, whatever draws on it. */
function pixelsOf(source: HTMLCanvasElement): Uint8ClampedArray {
  const copy = new OffscreenCanvas(source.width, source.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
  copy.drawImage(source, 0, 0);
  return copy.getImageData(0, 0, source.width, source.height).data;
}

describe('the renderer', () => {
  it('is the canvas unless WebGL is asked for', async () => {
    const stage = await Stage.create({ theme: THEMES.dark });
    expect(stage.rendererName).toBe('canvas');
    stage.destroy();
  });

  it('is WebGL where it is asked for and the browser has it, and draws the same picture', async () => {
    const { stage: plain, scene, frames, trace, draw } = await makeFixture({ view: 'map', ...SIZE });
    const stage = await Stage.create({ theme: THEMES.dark, renderer: 'webgl' });
    expect(stage.rendererName).toBe(hasWebGL() ? 'webgl' : 'canvas');
    stage.setScene(scene);
    stage.resize(SIZE.width, SIZE.height, 1);
    const frame = frames.at(stepOf(trace, 'ask').start + 0.9);
    stage.draw(frame, stateAt(trace, frame.time));
    draw(frame);
    const [a, b] = [pixelsOf(stage.canvas as HTMLCanvasElement), pixelsOf(plain.canvas as HTMLCanvasElement)];
    let far = 0;
    for (let i = 0; i < a.length; i += 4) {
      const apart = [0, 1, 2].reduce((most, channel) => Math.max(most, Math.abs((a[i + channel] as number) - (b[i + channel] as number))), 0);
      if (apart > 64) far++;
    }
    expect(far / (a.length / 4)).toBeLessThan(0.02);
    stage.destroy();
    plain.destroy();
  });

  it('falls back to the canvas where no WebGL context can be had', async () => {
    const real = HTMLCanvasElement.prototype.getContext;
    const refuse = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : (real as (...args: unknown[]) => RenderingContext | null).call(this, kind, ...rest);
    } as typeof real);
    try {
      const stage = await Stage.create({ theme: THEMES.dark, renderer: 'webgl' });
      expect(stage.rendererName).toBe('canvas');
      stage.destroy();
    } finally {
      refuse.mockRestore();
    }
  });
});
