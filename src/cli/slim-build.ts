import type { Plugin } from 'vite';

/** One module of a package that another one takes along although the player never uses it through that way. */
interface Unused {
  readonly importer: RegExp;
  readonly source: RegExp;
  /** What stands in its place. */
  readonly code: string;
}

const UNUSED: readonly Unused[] = [
  // Whole SVG documents; icons are paths, which another module reads.
  { importer: /\/GraphicsContext\.mjs$/, source: /\/SVGParser\.mjs$/, code: "export function SVGParser() { throw new Error('SVG documents cannot be drawn; give a path.'); }" },
  // How WebGL draws shapes; the stage asks for it together with WebGL. Curves take only a number from there.
  { importer: /\/Graphics\.mjs$/, source: /^\.\.\/init\.mjs$/, code: 'export {};' },
  {
    importer: /\/buildAdaptive(Bezier|Quadratic)\.mjs$/,
    source: /\/GraphicsContextSystem\.mjs$/,
    code: 'export const GraphicsContextSystem = { defaultOptions: { bezierSmoothness: 0.5 } };',
  },
  // What works without `eval` also for particles and WebGPU, of which the stage has none.
  { importer: /\/unsafe-eval\/init\.mjs$/, source: /\/ParticleBuffer\.mjs$/, code: 'export class ParticleBuffer {}' },
  { importer: /\/unsafe-eval\/init\.mjs$/, source: /\/generateParticleUpdatePolyfill\.mjs$/, code: 'export const generateParticleUpdatePolyfill = undefined;' },
  { importer: /\/unsafe-eval\/init\.mjs$/, source: /\/GpuUboSystem\.mjs$/, code: 'export class GpuUboSystem {}' },
  // The player reads YAML and never writes it; `hopline` itself is not built with this.
  ...Object.entries({
    stringify: ['createStringifyContext', 'stringify'],
    stringifyCollection: ['stringifyCollection'],
    stringifyDocument: ['stringifyDocument'],
    stringifyNumber: ['stringifyNumber'],
    stringifyPair: ['stringifyPair'],
    stringifyString: ['stringifyString'],
  }).map(([name, exports]) => ({
    importer: /\/yaml\/browser\/dist\//,
    source: new RegExp(`/stringify/${name}\\.js$`),
    code: exports.map((each) => `export function ${each}() { throw new Error('The player reads YAML and does not write it.'); }`).join('\n'),
  })),
];
/** A worker records films, and WebGL without a card is many times slower than what it draws with. */
const UNUSED_BY_WORKERS: readonly Unused[] = [
  ...UNUSED,
  { importer: /\/stage\/renderer\.ts$/, source: /\/webgl\.ts$/, code: 'export const createWebGL = async () => undefined;' },
];
const STAND_IN = '\0hopline:unused-';

/** Leaves parts of packages out of what is built that would be loaded before the first frame for nothing: more than a tenth of all bytes. */
export function slimBuild(host: 'page' | 'worker' = 'page'): Plugin {
  const unused = host === 'worker' ? UNUSED_BY_WORKERS : UNUSED;
  return {
    name: 'hopline:slim-build',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      // Its list of all exports registers parts of all kinds as it is read, and so would keep everything; the stage registers what it uses.
      if (source === 'pixi.js') return { ...(await this.resolve(source, importer, { ...options, skipSelf: true }))!, moduleSideEffects: false };
      const from = importer?.replaceAll('\\', '/') ?? '';
      const at = unused.findIndex((each) => each.importer.test(from) && each.source.test(source));
      return at < 0 ? undefined : STAND_IN + at;
    },
    load: (id) => (id.startsWith(STAND_IN) ? unused[Number(id.slice(STAND_IN.length))]?.code : undefined),
  };
}
