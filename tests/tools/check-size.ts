import { readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './pages.ts';
import { filesUnder } from './source-files.ts';

/** Limits in kB of 1,000 bytes, with the reason for each. Only what the built files weigh; `npm run bench` measures what a page really loads. */
const LIMITS_KB = {
  /** What a page of the app must load before the first frame: half a second on a slow line. */
  'app: scripts up to the first frame': 280,
  'player: scripts up to the first frame': 270,
  /** What a page loads to have the element and its controls; what reads, places and draws a scenario comes with the first one. Without packages. */
  'player: our own code of the element': 60,
  'player: fonts that come first': 300,
  /** The whole player as one classic script, with all that comes later for others and the licences inside; the fonts lie beside it. */
  'cdn: the player in one file': 320,
  /** The page for frames: the one-file player, what talks to the page around, and all fonts, which gzip makes no smaller. In a sandbox nothing else could come. */
  'embed: the page for frames': 720,
  /** What a page loads that connects itself with a frame. */
  'embed: the connection': 3,
  /** Beside the player, for a deck of somebody's own. */
  'reveal plugin': 6,
  'reveal plugin as a classic script': 6,
  /** A page of its own: reveal.js, the session and its slides come to what the app's page loads. */
  'deck: scripts up to the first slide with a player': 360,
  /** A third of it is the recorder in its worker and what writes PowerPoint files: a page loads them when something is exported. */
  'app: everything but scenarios': 3_700,
  /** Each scenario is there twice: as the file that the player fetches, and as a part for the gallery. A page loads those that it shows. */
  'app: scenarios': 3_000,
  /** A quarter of it are scenarios. The player in one file, with fonts beside it, is 1.3 MB; the page for frames, with its fonts inside, as much again. */
  'package: unpacked': 17_500,
} as const;

const SCENARIOS = new Set(filesUnder(join(ROOT, 'scenarios')).map((path) => basename(path).replace(/\.yaml$/, '')));
const SCRIPT_IMPORT = /(?:\bimport\s*|\bfrom\s*)["'](\.[^"']+\.js)["']/g;

/** Bytes of built scripts and of all that they import at once, each gzipped as a server would; of those that are counted. */
function scriptClosure(entries: readonly string[], counted: (file: string) => boolean = () => true): number {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(SCRIPT_IMPORT)) visit(join(dirname(file), specifier));
  };
  entries.forEach(visit);
  return [...seen].filter(counted).reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}

function scriptsOf(page: string): string[] {
  const html = readFileSync(join(ROOT, page), 'utf8');
  const sources = [...html.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(([, source = '']) => source);
  return sources.map((source) => join(ROOT, dirname(page), source));
}

/** What is loaded as soon as a player has a scenario and is seen. */
function engineOf(folder: string): string[] {
  return ['scenario-cache', 'player-scene', 'stage'].flatMap((name) => {
    const found = partsOf(folder, name);
    if (found.length === 0) throw new Error(`There is no ${name}-….js in ${folder}: the build has changed, and this count of bytes with it.`);
    return found;
  });
}

/** The built files of a module that is loaded later. */
function partsOf(folder: string, name: string): string[] {
  return filesUnder(join(ROOT, folder)).filter((path) => new RegExp(`^${name}-[\\w-]+\\.js$`).test(basename(path)));
}

/** A scenario's file, or the part that the build has made of one. */
function isScenario(path: string): boolean {
  return path.includes('/scenarios/') || SCENARIOS.has(basename(path).replace(/-[\w-]{8}\.js$/, ''));
}

function bytesOf(folder: string, wanted: (path: string) => boolean = () => true): number {
  return filesUnder(join(ROOT, folder)).filter((path) => wanted(relative(ROOT, path).split(sep).join(posix.sep))).reduce((sum, path) => sum + readFileSync(path).length, 0);
}

const measured: Record<keyof typeof LIMITS_KB, number> = {
  'app: scripts up to the first frame': scriptClosure([...scriptsOf('dist/app/index.html'), ...engineOf('dist/app/assets')]),
  'player: scripts up to the first frame': scriptClosure([join(ROOT, 'dist/player/hopline.js'), ...engineOf('dist/player/parts')]),
  'cdn: the player in one file': scriptClosure([join(ROOT, 'dist/cdn/hopline.min.js')]),
  'embed: the page for frames': gzipSync(readFileSync(join(ROOT, 'dist/embed/index.html')), { level: 9 }).length,
  'embed: the connection': scriptClosure([join(ROOT, 'dist/player/embed.js')]),
  'reveal plugin': scriptClosure([join(ROOT, 'dist/player/reveal.js')]),
  'reveal plugin as a classic script': gzipSync(readFileSync(join(ROOT, 'dist/cdn/hopline-reveal.min.js')), { level: 9 }).length,
  'deck: scripts up to the first slide with a player': scriptClosure([...scriptsOf('dist/app/deck/index.html'), ...partsOf('dist/app/assets', 'engine-reveal'), ...engineOf('dist/app/assets')]),
  'player: our own code of the element': scriptClosure([join(ROOT, 'dist/player/hopline.js')], (file) => !basename(file).startsWith('package-')),
  'player: fonts that come first': bytesOf('dist/player', (path) => /-base-?[\w-]*\.woff2$/.test(basename(path))),
  'app: everything but scenarios': bytesOf('dist/app', (path) => !isScenario(path)),
  'app: scenarios': bytesOf('dist/app', isScenario),
  'package: unpacked': bytesOf('dist') + bytesOf('scenarios'),
};

let failed = false;
for (const [name, limit] of Object.entries(LIMITS_KB)) {
  const kb = measured[name as keyof typeof LIMITS_KB] / 1000;
  const over = kb > limit || kb === 0;
  failed ||= over;
  console.log(`${over ? 'FAIL' : 'ok  '} ${name}: ${kb.toFixed(1)} kB of ${limit} kB`);
}
process.exitCode = failed ? 1 : 0;
