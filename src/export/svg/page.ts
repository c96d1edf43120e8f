import type { Trace } from '../../compile/trace.ts';
import { textIn } from '../../shared/text.ts';
import type { Size } from '../../shared/geometry.ts';
import type { Inks } from './inks.ts';
import { element, esc } from './markup.ts';
import { sharePaths } from './share-paths.ts';
import { ICON_RULE } from './sketch.ts';

/** A font as it is embedded: a family of its own, tried in the order given. */
export interface FontFile {
  readonly weight: 500 | 700;
  /** WOFF2 as Base64. */
  readonly data: string;
}

/** What a picture is put together from. */
export interface Page {
  readonly trace: Trace;
  readonly size: Size;
  /** The room of the map. */
  readonly pane: Size;
  readonly inks: Inks;
  readonly definitions?: readonly string[];
  readonly rules: readonly string[];
  readonly body: string;
}

/** Corner radius of a picture, px. */
const RADIUS = 22;
/** The map ends softly above its band, px. */
const FADE = 28;

/** A picture of which only the fonts are missing. */
export interface Sheet {
  /** Every letter that it shows, each once. */
  readonly letters: string;
  /** The whole SVG file, with its letters from these fonts. */
  readonly withFonts: (fonts: readonly FontFile[]) => string;
}

/** A whole SVG file: what it is called and says, its rules and fonts, its ground and what stands on it. */
export function sheetOf(page: Page): Sheet {
  return { letters: lettersOf(page.body), withFonts: (fonts) => fileOf(page, fonts) };
}

/** The letters of all texts of a markup. */
function lettersOf(markup: string): string {
  const texts = markup.replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '');
  return [...new Set(texts)].join('');
}

function fileOf({ trace, size, pane, inks, definitions = [], rules, body }: Page, files: readonly FontFile[]): string {
  const { width, height } = size;
  const { scenario, variant, steps } = trace;
  const title = textIn(scenario.title, variant.lang, scenario.languages);
  const description = steps.map((step) => `${step.number}. ${step.title}: ${step.say}`).join('\n');
  const ground = inks.of((theme) => theme.page);
  const page = inks.classFor('fill', ground);
  const frame = inks.classFor('stroke', inks.of((theme) => theme.frame));
  const families = [...new Set(files.map((_, i) => familyOf(files, i)))];
  const fonts = files.map(({ weight, data }, i) => `@font-face{font-family:${familyOf(files, i)};font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`);
  const base = `text{font-family:${[...families, 'system-ui', 'sans-serif'].join()};font-weight:500}text.b{font-weight:700}`;
  const fixed = [
    `<clipPath id="pane"><rect width="${pane.width}" height="${pane.height}" rx="${RADIUS}"/></clipPath>`,
    '<linearGradient id="fade" x2="0" y2="1"><stop class="clear" offset="0"/><stop class="ground" offset="1"/></linearGradient>',
  ];
  const shared = sharePaths(body);
  const css = [inks.rules(), base, `.clear{stop-color:${ground};stop-opacity:0}.ground{stop-color:${ground}}`, ICON_RULE, 'path,use{stroke-linejoin:round}', ...rules, ...fonts].join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title story" lang="${esc(variant.lang)}">
<title id="title">${esc(title)}</title>
<desc id="story">${esc(description)}</desc>
<style>
${css}
</style>
<defs>${[...fixed, ...shared.definitions, ...definitions].join('')}</defs>
${element('rect', { class: page, width, height, rx: RADIUS })}
${shared.markup}
${element('rect', { class: frame, x: 1, y: 1, width: width - 2, height: height - 2, rx: RADIUS - 1, 'stroke-width': 2 })}
</svg>
`;
}

/** The soft end of a map. */
export function fadeAbove(pane: Size): string {
  return element('rect', { y: pane.height - FADE, width: pane.width, height: FADE, fill: 'url(#fade)' });
}

/** Files of one weight have families of their own: a letter that the first one lacks is in the next one. */
function familyOf(fonts: readonly FontFile[], index: number): string {
  const before = fonts.slice(0, index).filter(({ weight }) => weight === fonts[index]?.weight).length;
  return `hopline-${'abcdef'[before] ?? 'z'}`;
}
