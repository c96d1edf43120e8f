import type { Plugin } from 'vite';

const LISTING = /[\\/]pixi\.js[\\/]lib[\\/](rendering[\\/])?index\.mjs$/;
const UNUSED = /[\\/](Web(GL|GPU)Renderer|spritesheet[\\/]init)\.mjs$/;
const NOTHING = '\0hopline:not-taken';

/**
 * Lets PixiJS load its WebGL and WebGPU renderers only when one is asked for, as it means to, and leaves out its loader of sprite sheets: its list of all
 * exports names them too, and a bundler then takes them along at once, a tenth of all the bytes before the first frame. The stage uses none of them from there.
 */
export function lazyRenderers(): Plugin {
  return {
    name: 'hopline:lazy-renderers',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) => (importer && LISTING.test(importer) && UNUSED.test(source) ? NOTHING : undefined),
    load: (id) => (id === NOTHING ? 'export const WebGLRenderer = undefined; export const WebGPURenderer = undefined;' : undefined),
  };
}
