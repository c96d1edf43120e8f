/** Which characters the bundled fonts hold. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;

/** Latin, punctuation, arrows, signs and single Korean letters; what the font lacks falls away. */
export function signs(): string {
  const ranges: [number, number][] = [
    [0x20, 0x7e], [0xa0, 0xff], [0x100, 0x17f], [0x2010, 0x2027], [0x2030, 0x203a], [0x2044, 0x2044], [0x2070, 0x2089], [0x20a9, 0x20ac],
    [0x2122, 0x2122], [0x2190, 0x2199], [0x21d0, 0x21d4], [0x2202, 0x2265], [0x2460, 0x2473], [0x25a0, 0x25ef], [0x2713, 0x2713],
    [0x3000, 0x3011], [0x3131, 0x3163],
  ];
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))).join('');
}

/** The 2,350 syllables of KS X 1001: what practically all Korean text is written in. */
export function standardSyllables(): string {
  const decoder = new TextDecoder('euc-kr');
  let syllables = '';
  for (let row = 0xb0; row <= 0xc8; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) syllables += decoder.decode(new Uint8Array([row, cell]));
  }
  return syllables;
}

/** Files under a folder whose path matches, in a fixed order. */
export function filesUnder(folder: string, wanted: RegExp): string[] {
  let names: string[];
  try { names = readdirSync(folder).sort(); } catch { return []; }
  return names.flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path, wanted) : wanted.test(path) ? [path] : [];
  });
}

/** The text of our own content and interface: the characters in it must be in the first font file. */
export function ownText(root: string): string {
  const files = [...filesUnder(join(root, 'scenarios'), /\.ya?ml$/), ...filesUnder(join(root, 'src'), /messages|locale|strings|i18n/)];
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** The syllables of the first file, sorted: those of the own text and the commonest ones. */
export function baseSyllables(root: string): string {
  const common = readFileSync(join(import.meta.dirname, 'common-syllables.txt'), 'utf8');
  return [...new Set(common + ownText(root))].filter((c) => isHangul(c.codePointAt(0) as number)).sort().join('');
}
