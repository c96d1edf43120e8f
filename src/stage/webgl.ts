/** What only the WebGL renderer needs; loaded when it is asked for. */
import 'pixi.js/unsafe-eval';
import { autoDetectRenderer, type AutoDetectOptions, type Renderer } from 'pixi.js';

/** Makes a WebGL renderer, or a Canvas renderer where there is no WebGL. Rejects where there is neither. */
export function createWebGL(options: Partial<AutoDetectOptions>): Promise<Renderer> {
  return autoDetectRenderer({ ...options, preference: ['webgl', 'canvas'] });
}
