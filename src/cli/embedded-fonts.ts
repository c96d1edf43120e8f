import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FontFile } from '../export/svg/page.ts';
import { needsMoreHangul, unknownCharacters } from '../look/measure.ts';
import { packageRoot } from './package-root.ts';

const WEIGHTS = [500, 700] as const;

/** The bundled fonts with the letters of a text alone, to be embedded: for each weight one file, and a second one where the text has rarer Hangul. */
export async function embeddedFonts(text: string): Promise<FontFile[]> {
  const { default: subsetFont } = await import('subset-font');
  const unknown = new Set(unknownCharacters(text));
  // The same letters in the same order give the same bytes.
  const letters = [...new Set(text)].filter((letter) => letter > ' ' && !unknown.has(letter)).sort().join('');
  const parts = needsMoreHangul(letters) ? ['base', 'hangul'] as const : ['base'] as const;
  return Promise.all(WEIGHTS.flatMap((weight) => parts.map(async (part): Promise<FontFile> => {
    const subset = await subsetFont(await readFile(fontPath(weight, part)), ` ${letters}`, { targetFormat: 'woff2' });
    return { weight, data: subset.toString('base64') };
  })));
}

/** In a clone the fonts are assets; in an installed package they stand beside the page that records, with a hash in their names. */
function fontPath(weight: number, part: string): string {
  const name = `hopline-sans-${weight}-${part}`;
  const asset = join(packageRoot(), 'assets/fonts', `${name}.woff2`);
  if (existsSync(asset)) return asset;
  const built = join(packageRoot(), 'dist/record/assets');
  const found = existsSync(built) ? readdirSync(built).find((file) => file.startsWith(`${name}-`) && file.endsWith('.woff2')) : undefined;
  if (!found) throw new Error(`The font ${name} is missing from this installation of hopline.`);
  return join(built, found);
}
