import { AbstractRenderer, CanvasRenderer, type Renderer } from 'pixi.js';

/** Which renderer draws, and on what. */
interface RendererChoice {
  readonly canvas?: HTMLCanvasElement | OffscreenCanvas;
  readonly renderer?: 'canvas' | 'webgl';
}

/** A renderer of its own, one pixel large; what only WebGL needs is loaded only for it. Rejects where not even a 2D canvas can be had. */
export async function createRenderer({ canvas, renderer: wanted }: RendererChoice): Promise<Renderer> {
  const options = {
    width: 1,
    height: 1,
    antialias: true,
    preserveDrawingBuffer: true,
    // Neither Pixi's events nor its accessibility layer is used; nothing of ours may be collected behind our back.
    manageImports: false,
    gcActive: false,
    ...(canvas ? { canvas: canvas as HTMLCanvasElement } : {}),
  };
  const renderer = wanted === 'webgl' ? await (await import('./webgl.ts')).createWebGL(options) : await createCanvas(options);
  // Pixi's scheduler would keep an animation frame running for ever, only to collect garbage.
  renderer.scheduler.destroy();
  return renderer;
}

async function createCanvas(options: Parameters<CanvasRenderer['init']>[0]): Promise<Renderer> {
  // Every renderer refuses a page that forbids `eval`, although only the others make code; Pixi's way around brings the code for them along.
  AbstractRenderer.prototype._unsafeEvalCheck = () => undefined;
  const renderer = new CanvasRenderer();
  await renderer.init(options);
  return renderer as unknown as Renderer;
}
