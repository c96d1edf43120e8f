import type { AutoDetectOptions, Renderer } from 'pixi.js';
import { StageCanvasRenderer } from './canvas-renderer.ts';

/** Which renderer draws, and on what. */
interface RendererChoice {
  readonly canvas?: HTMLCanvasElement | OffscreenCanvas;
  readonly renderer?: 'canvas' | 'webgl';
  readonly bare?: boolean;
}

/** A renderer of its own, one pixel large; what only WebGL needs is loaded only for it. Rejects where not even a 2D canvas can be had. */
export async function createRenderer({ canvas, renderer, bare }: RendererChoice): Promise<Renderer> {
  const options = {
    width: 1,
    height: 1,
    antialias: true,
    preserveDrawingBuffer: true,
    backgroundAlpha: bare ? 0 : 1,
    // Neither Pixi's events nor its accessibility layer is used; nothing of ours may be collected behind our back.
    manageImports: false,
    gcActive: false,
    ...(canvas ? { canvas: canvas as HTMLCanvasElement } : {}),
  };
  return (renderer === 'webgl' ? await webGL(options) : undefined) ?? canvas2d(options);
}

async function canvas2d(options: Partial<AutoDetectOptions>): Promise<Renderer> {
  const renderer = new StageCanvasRenderer();
  await renderer.init(options);
  return renderer as unknown as Renderer;
}

/** Undefined where there is no WebGL, or where the browser claims to have it and refuses a context. */
async function webGL(options: Partial<AutoDetectOptions>): Promise<Renderer | undefined> {
  const { createWebGL } = await import('./webgl.ts');
  return createWebGL(options).catch(() => undefined);
}
