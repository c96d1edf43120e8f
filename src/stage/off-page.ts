import { DOMAdapter, type Adapter } from 'pixi.js';

/** What the stage asks of its surroundings, in a worker: canvases are off the screen, and there are neither images nor documents to load. */
const WORKER: Adapter = {
  createCanvas: (width = 0, height = 0) => new OffscreenCanvas(width, height),
  createImage: () => new Image(),
  getCanvasRenderingContext2D: () => OffscreenCanvasRenderingContext2D,
  getWebGLRenderingContext: () => WebGLRenderingContext,
  getNavigator: () => navigator,
  getBaseUrl: () => location.href,
  getFontFaceSet: () => (globalThis as { fonts?: FontFaceSet }).fonts ?? null,
  fetch: (url, options) => fetch(url, options),
  parseXML: () => {
    throw new Error('A worker reads no XML.');
  },
} as Adapter;

/** Has every stage of a worker draw without a document; call it before the first one is made. */
export function drawOffPage(): void {
  DOMAdapter.set(WORKER);
}
