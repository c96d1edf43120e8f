import { afterEach, describe, expect, it, vi } from 'vitest';
import { paintStill, type StillOrder } from '../../../src/elements/still.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { Stage } from '../../../src/stage/stage.ts';
import { STORY } from './story.ts';

const { scenario } = await parseScenario({ file: 'story.yaml', text: STORY, read: (path) => Promise.reject(new Error(`There is no ${path}`)) });
const ORDER: StillOrder = { scenario: scenario!, theme: 'dark', language: 'en', width: 320, height: 200, pixelRatio: 1 };

const paint = (order: Partial<StillOrder> = {}): Promise<ImageBitmap> => paintStill({ ...ORDER, ...order }, new AbortController().signal);

function pixelsOf(picture: ImageBitmap): Uint8ClampedArray {
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, picture.width, picture.height).data;
}

describe('stills', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('come as they are asked for, however many ask at once', async () => {
    const light = pixelsOf(await paint({ theme: 'light' }));
    const dark = pixelsOf(await paint());
    expect(light).not.toEqual(dark);
    const [first, second, small] = await Promise.all([paint({ theme: 'light' }), paint(), paint({ width: 160, height: 100 })]);
    expect(pixelsOf(first)).toEqual(light);
    expect(pixelsOf(second)).toEqual(dark);
    expect(small.width / small.height).toBeCloseTo(1.6, 1);
  });

  it('keep their stage however long the page holds them up, and give it back afterwards', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const destroyed = vi.spyOn(Stage.prototype, 'destroy');
    const prepare = Stage.prototype.prepare;
    vi.spyOn(Stage.prototype, 'prepare').mockImplementation(function* (this: Stage, ...args) {
      vi.advanceTimersByTime(60_000);
      yield* prepare.apply(this, args);
    });
    expect((await paint()).width).toBeGreaterThan(0);
    expect(destroyed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(destroyed).toHaveBeenCalledOnce();
    expect((await paint()).width).toBeGreaterThan(0);
  });

  it('fail one by one: an order that was given up holds up no other', async () => {
    const given = AbortSignal.abort(new Error('nobody looks'));
    const [lost, drawn] = await Promise.allSettled([paintStill(ORDER, given), paint()]);
    expect(lost).toMatchObject({ status: 'rejected', reason: { message: 'nobody looks' } });
    expect(drawn.status).toBe('fulfilled');
  });
});
