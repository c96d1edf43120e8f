/**
 * Makes assets/fonts and src/look/advances.ts from an unpacked Pretendard 1.3.9 (`npm pack pretendard@1.3.9`):
 *   npx tsx tests/tools/make-fonts.mts path/to/package
 * The files are subsets under a name of our own, as the font's licence asks; digits are made to be of one width.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error: has no types
import fontverter from 'fontverter';
// @ts-expect-error: has no types
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import { baseSyllables, signs, standardSyllables } from './charset.mts';
import { cmapTable, nameTable, withTables } from './sfnt.mts';

const WEIGHTS = [{ weight: 500, file: 'Medium' }, { weight: 700, file: 'Bold' }];
const FAMILY = 'Hopline Sans';
const FEATURES = ['kern', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum'];

interface Glyph { readonly id: number; readonly advanceWidth: number }
interface Font {
  readonly characterSet: readonly number[];
  glyphForCodePoint(code: number): Glyph;
  layout(text: string, features: readonly string[]): { readonly glyphs: readonly Glyph[] };
}
const open = (data: Buffer): Font => fontkit.create(data) as Font;

/** A subset with digits of one width, without the reserved name of its origin. */
async function makeSubset(source: Buffer, text: string, style: string): Promise<Buffer> {
  const subset: Buffer = await subsetFont(source, text, { targetFormat: 'truetype', noHinting: true, keepFeatures: FEATURES });
  const font = open(subset);
  const glyphs = new Map(font.characterSet.map((code) => [code, font.glyphForCodePoint(code).id]));
  for (const digit of '0123456789') {
    if (glyphs.has(digit.charCodeAt(0))) glyphs.set(digit.charCodeAt(0), font.layout(digit, ['tnum']).glyphs[0]!.id);
  }
  const name = nameTable({
    0: 'Copyright (c) 2021, Kil Hyung-jin; subset under another name', 1: FAMILY, 2: style, 3: `${FAMILY} ${style} 1`, 4: `${FAMILY} ${style}`,
    5: 'Version 1', 6: `HoplineSans-${style}`, 13: 'SIL Open Font License, Version 1.1', 14: 'https://openfontlicense.org',
  });
  return withTables(subset, { cmap: cmapTable(glyphs), name });
}

/** Code points in runs of neighbours. */
function runsOf(codes: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const code of codes) {
    if (runs.at(-1)?.at(-1) === code - 1) runs.at(-1)!.push(code);
    else runs.push([code]);
  }
  return runs;
}

/** The source text of src/look/advances.ts. */
function advancesModule(fonts: ReadonlyMap<number, Font>, syllables: string): string {
  const first = [...fonts.values()][0] as Font;
  const codes = [...first.characterSet].filter((code) => code >= 0x20 && code < 0xfff0 && (code < 0xac00 || code > 0xd7a3)).sort((a, b) => a - b);
  const runs = runsOf(codes);
  const table = [...fonts].map(([weight, font]) => {
    const rows = runs.map((run) => run.map((code) => font.glyphForCodePoint(code).advanceWidth.toString(36)).join(' '));
    return `    ${weight}: [\n${rows.map((row) => `      '${row}',`).join('\n')}\n    ],`;
  });
  const hangul = first.glyphForCodePoint(0xac00).advanceWidth;
  return `// Made by tests/tools/make-fonts.mts; not to be edited.
/* oxlint-disable */
/** Advances of the bundled font in units of 1/em: of every Hangul syllable \`hangul\`, else by runs of code points from \`starts\`, base 36. */
export const ADVANCES = {
  em: 2048,
  hangul: ${hangul},
  starts: [${runs.map((run) => run[0]).join(', ')}],
  runs: {
${table.join('\n')}
  },
} as const;

/** The Hangul syllables of the first font file; the second one has the others of KS X 1001. */
export const BASE_SYLLABLES =
  '${syllables}';
`;
}

async function main(): Promise<void> {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error('Usage: make-fonts.mts path/to/unpacked/pretendard');
  const root = join(import.meta.dirname, '../..');
  const target = join(root, 'assets/fonts');
  mkdirSync(target, { recursive: true });
  const base = baseSyllables(root);
  const rest = [...standardSyllables()].filter((c) => !base.includes(c)).join('');
  const fonts = new Map<number, Font>();
  for (const { weight, file } of WEIGHTS) {
    const source = readFileSync(join(folder, `dist/public/static/alternative/Pretendard-${file}.ttf`));
    const main = await makeSubset(source, signs() + base, file);
    fonts.set(weight, open(main));
    for (const [name, data] of [['base', main], ['hangul', await makeSubset(source, rest, file)]] as const) {
      const packed: Buffer = await fontverter.convert(data, 'woff2');
      writeFileSync(join(target, `hopline-sans-${weight}-${name}.woff2`), packed);
      process.stdout.write(`${weight} ${name}: ${packed.length} bytes\n`);
    }
  }
  copyFileSync(join(folder, 'dist/LICENSE.txt'), join(target, 'OFL.txt'));
  writeFileSync(join(root, 'src/look/advances.ts'), advancesModule(fonts, base));
}

await main();
