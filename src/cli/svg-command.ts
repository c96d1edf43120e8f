import { resolve } from 'node:path';
import { animatedSvg } from '../export/svg/animated-svg.ts';
import type { Sheet } from '../export/svg/page.ts';
import type { SvgStory } from '../export/svg/svg-story.ts';
import { layoutMapAuto } from '../layout/map.ts';
import { THEMES, type Theme, type ThemeName } from '../look/tokens.ts';
import { filmStretch } from '../recorder/film-times.ts';
import { embeddedFonts } from './embedded-fonts.ts';
import { numberOf } from './record-options.ts';
import { usualName } from './record-products.ts';
import { readStory, type VariantOptions } from './record-story.ts';
import { storeText } from './store-text.ts';
import { asUsage, UsageError, type Terminal } from './terminal.ts';

/** Flags of `hopline svg`, as written. */
export interface SvgOptions extends VariantOptions {
  readonly out?: string;
  readonly theme: string;
  readonly from?: string;
  readonly to?: string;
  readonly rate: string;
}

/** `hopline svg`: a story becomes one animated SVG that needs no script; the exit code is 0 where it is written. */
export async function svgCommand(file: string, options: SvgOptions, terminal: Terminal): Promise<number> {
  const written = options.out ?? usualName(file, '.svg');
  if (!/\.svg$/i.test(written)) throw new UsageError(`The name "${written}" should end in .svg.`);
  const themes = svgThemes(options.theme);
  const rate = numberOf('--rate', options.rate, 0.05, 20);
  const { trace } = await readStory(file, options, terminal.cwd);
  const telling = { ...asUsage(() => filmStretch(trace, options.from, options.to)), rate };
  const story: SvgStory = { trace, map: await layoutMapAuto(trace.scenario), themes };
  const seconds = (telling.to - telling.from) / rate;
  await storeSheet(written, animatedSvg(story, telling), `${seconds.toFixed(1)} s`, terminal);
  return 0;
}

/** The themes of a name: one, or of `auto` that for light and that for dark surroundings. Throws on another name. */
export function svgThemes(name: string): readonly Theme[] {
  if (name === 'auto') return [THEMES.light, THEMES.dark];
  if (!Object.hasOwn(THEMES, name)) throw new UsageError(`--theme is one of auto, ${Object.keys(THEMES).join(', ')}, not "${name}".`);
  return [THEMES[name as ThemeName]];
}

/** Writes a picture with its fonts and says so; `facts` of it come first. */
export async function storeSheet(written: string, sheet: Sheet, facts: string, terminal: Terminal): Promise<void> {
  const svg = sheet.withFonts(await embeddedFonts(sheet.letters));
  await storeText(resolve(terminal.cwd, written), svg);
  terminal.out(`${written}: ${facts}, ${Math.ceil(Buffer.byteLength(svg) / 1000)} KB`);
}
