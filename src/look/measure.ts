import { ADVANCES, BASE_SYLLABLES } from './advances.ts';
import type { Weight } from './type.ts';

export interface TextStyle {
  /** Font size in map units. */
  readonly size: number;
  readonly weight: Weight;
}

/** What a character outside the bundled fonts is given: a full em, so that no fallback is wider. */
const UNKNOWN = ADVANCES.em;

function tableOf(weight: Weight): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  ADVANCES.runs[weight].forEach((run, i) => {
    const start = ADVANCES.starts[i] as number;
    run.split(' ').forEach((advance, k) => table.set(start + k, parseInt(advance, 36)));
  });
  return table;
}

const tables: Partial<Record<Weight, ReadonlyMap<number, number>>> = {};
const table = (weight: Weight): ReadonlyMap<number, number> => (tables[weight] ??= tableOf(weight));

const isSyllable = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;

/** Marks that sit on the character before them, joiners and variation selectors take no room. */
const isMark = (code: number): boolean => (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200d) || (code >= 0xfe00 && code <= 0xfe0f);

let standard: ReadonlySet<string> | undefined;

/** The syllables of KS X 1001: those that the bundled fonts can show. */
function standardSyllables(): ReadonlySet<string> {
  if (standard) return standard;
  const cells: number[] = [];
  for (let row = 0xb0; row <= 0xc8; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) cells.push(row, cell);
  return (standard = new Set(new TextDecoder('euc-kr').decode(new Uint8Array(cells)) + BASE_SYLLABLES));
}

function advance(character: string, advances: ReadonlyMap<number, number>): number {
  const code = character.codePointAt(0) as number;
  if (isSyllable(code)) return standardSyllables().has(character) ? ADVANCES.hangul : UNKNOWN;
  return advances.get(code) ?? (isMark(code) || code < 0x20 ? 0 : UNKNOWN);
}

/** The width of one line of text in map units: the sum of its advances, without kerning (at most 2.7 % too wide, never too narrow). */
export function textWidth(text: string, { size, weight }: TextStyle): number {
  const advances = table(weight);
  let sum = 0;
  for (const character of text) sum += advance(character, advances);
  return (sum * size) / ADVANCES.em;
}

/** The characters, each once, that the bundled fonts do not have. */
export function unknownCharacters(text: string): string[] {
  const advances = table(500);
  const known = (character: string, code: number): boolean =>
    isSyllable(code) ? standardSyllables().has(character) : advances.has(code) || isMark(code) || code < 0x20;
  return [...new Set(text)].filter((character) => !known(character, character.codePointAt(0) as number));
}

/** Whether a text has Hangul that the first font file lacks and the second one has. */
export function needsMoreHangul(text: string): boolean {
  const base = new Set(BASE_SYLLABLES);
  for (const character of text) {
    if (isSyllable(character.codePointAt(0) as number) && !base.has(character)) return true;
  }
  return false;
}
