import { needsMoreHangul } from './measure.ts';
import { FONT_FAMILY, type Weight } from './type.ts';

/** The bundled files. Each address is written out so that a bundler finds it. */
const FILES: readonly { readonly weight: Weight; readonly part: 'base' | 'hangul'; readonly url: () => URL }[] = [
  { weight: 500, part: 'base', url: () => new URL('../../assets/fonts/hopline-sans-500-base.woff2', import.meta.url) },
  { weight: 700, part: 'base', url: () => new URL('../../assets/fonts/hopline-sans-700-base.woff2', import.meta.url) },
  { weight: 500, part: 'hangul', url: () => new URL('../../assets/fonts/hopline-sans-500-hangul.woff2', import.meta.url) },
  { weight: 700, part: 'hangul', url: () => new URL('../../assets/fonts/hopline-sans-700-hangul.woff2', import.meta.url) },
];

/** The address of a file that a build did not bring along. */
const NOWHERE = 'data:,';

/** After this time a picture is drawn with the system's font rather than not at all. */
const PATIENCE_MS = 4000;

const loading = new Map<string, Promise<boolean>>();

async function load(url: URL, weight: Weight): Promise<void> {
  if (url.href === NOWHERE) return;
  // A page from a disk may not fetch, but some browsers let it take fonts; what stands in the page itself needs no request.
  const source = url.protocol === 'file:' || url.protocol === 'data:' ? `url("${url.href}")` : await fetched(url);
  const face = new FontFace(FONT_FAMILY, source, { weight: String(weight) });
  fontSet()?.add(await face.load());
}

async function fetched(url: URL): Promise<ArrayBuffer> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url.pathname}`);
  return answer.arrayBuffer();
}

/** Of the page, or of the worker in which this runs; Node has none. */
function fontSet(): FontFaceSet | undefined {
  return typeof document === 'undefined' ? (globalThis as { readonly fonts?: FontFaceSet }).fonts : document.fonts;
}

/** Resolves with whether it is there. */
function loadOnce(url: URL, weight: Weight): Promise<boolean> {
  const known = loading.get(url.href);
  if (known) return known;
  // A failed load is forgotten, so that the next text that asks tries again; the picture goes on with the system's font.
  const attempt = load(url, weight).then(() => true, () => {
    loading.delete(url.href);
    return false;
  });
  loading.set(url.href, attempt);
  return attempt;
}

/**
 * Makes the bundled fonts ready for a text: the first file of each weight always, the second one only for Hangul that the first lacks.
 * Never rejects: after a failure or four seconds the system's font stands in. Does nothing where there are no fonts to load, as in Node.
 */
export async function loadFonts(text = ''): Promise<void> {
  const wanted = wantedFor(text);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
  await Promise.race([Promise.all(wanted), patience]);
  clearTimeout(timer);
}

/** As `loadFonts`, for pictures that must be the same each time: waits as long as it takes, and rejects where a font does not come. */
export async function requireFonts(text: string): Promise<void> {
  const there = await Promise.all(wantedFor(text));
  if (there.includes(false)) throw new Error('The fonts did not load, and without them the picture would be another one. Try again.');
}

function wantedFor(text: string): Promise<boolean>[] {
  if (!fontSet() || typeof FontFace === 'undefined') return [];
  const more = needsMoreHangul(text);
  return FILES.filter(({ part }) => part === 'base' || more).map(({ url, weight }) => loadOnce(url(), weight));
}
