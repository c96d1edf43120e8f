/** What only the WebGL renderer needs; loaded when it is asked for. */
import 'pixi.js/unsafe-eval';
import { autoDetectRenderer, extensions, GraphicsContextSystem, GraphicsPipe, isWebGLSupported, type AutoDetectOptions, type Renderer } from 'pixi.js';

/** Makes a WebGL renderer; undefined where there is no WebGL. */
export async function createWebGL(options: Partial<AutoDetectOptions>): Promise<Renderer | undefined> {
  if (!isWebGLSupported()) return undefined;
  // What is built for browsers leaves them out of what is loaded at once.
  extensions.add(GraphicsContextSystem, GraphicsPipe);
  const renderer = await autoDetectRenderer({ ...options, preference: ['webgl'] });
  // Pixi's scheduler would keep an animation frame running for ever, only to collect garbage.
  renderer.scheduler.destroy();
  return renderer;
}
