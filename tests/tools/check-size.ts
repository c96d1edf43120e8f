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
  'player: fonts that come first': 300,
  'app: everything': 2_600,
  'package: unpacked': 9_000,
} as const;

const SCRIPT_IMPORT = /(?:\bimport\s*|\bfrom\s*)["'](\.[^"']+\.js)["']/g;

/** Bytes of a built script and of all that it imports at once, each gzipped as a server would. */
function scriptClosure(entries: readonly string[]): number {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(SCRIPT_IMPORT)) visit(join(dirname(file), specifier));
  };
  entries.forEach(visit);
  return [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}

function scriptsOf(page: string): string[] {
  const html = readFileSync(join(ROOT, page), 'utf8');
  const sources = [...html.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(([, source = '']) => source);
  return sources.map((source) => join(ROOT, dirname(page), source));
}

/** The stage is loaded as soon as a player is seen. */
function stageOf(folder: string): string[] {
  return filesUnder(join(ROOT, folder)).filter((path) => /^stage-[\w-]+\.js$/.test(basename(path)));
}

function bytesOf(folder: string, wanted: (path: string) => boolean = () => true): number {
  return filesUnder(join(ROOT, folder)).filter((path) => wanted(relative(ROOT, path).split(sep).join(posix.sep))).reduce((sum, path) => sum + readFileSync(path).length, 0);
}

const measured: Record<keyof typeof LIMITS_KB, number> = {
  'app: scripts up to the first frame': scriptClosure([...scriptsOf('dist/app/index.html'), ...stageOf('dist/app/assets')]),
  'player: scripts up to the first frame': scriptClosure([join(ROOT, 'dist/player/hopline.js'), ...stageOf('dist/player/parts')]),
  'player: fonts that come first': bytesOf('dist/player', (path) => /-base-?[\w-]*\.woff2$/.test(basename(path))),
  'app: everything': bytesOf('dist/app'),
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
