import { textWidth } from './measure.ts';
import type { Weight } from './type.ts';

export interface FitOptions {
  /** Room for each line, in map units. */
  readonly width: number;
  readonly size: number;
  /** No size below this is tried; default `size`. */
  readonly minSize?: number;
  readonly weight: Weight;
  /** Default 1. */
  readonly maxLines?: number;
}

export interface Fitted {
  readonly lines: readonly string[];
  readonly size: number;
  /** Something had to be cut off: the last line ends in an ellipsis. */
  readonly overflow: boolean;
}

type Measure = (text: string) => number;

/** Words with the blank that follows them taken off; line breaks in the text are blanks. */
/** Its words: what a line may end after. A no-break space stays within one. */
export const splitWords = (text: string): string[] => text.split(/[^\S\u00a0\u202f]+/u).filter((word) => word !== '');

/** Packs the parts of a word one after the other into pieces that are not wider than a line. */
function packed(parts: Iterable<string>, width: number, measure: Measure): string[] {
  const out: string[] = [];
  let piece = '';
  for (const part of parts) {
    if (piece !== '' && measure(piece + part) > width) {
      out.push(piece);
      piece = '';
    }
    piece += part;
  }
  return piece === '' ? out : [...out, piece];
}

/** A word that is too wide for a line, in pieces that are not: after its hyphens and slashes if that is enough. Only such words are ever broken inside. */
function pieces(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const parts = word.split(/(?<=[-/·.:_@])/u).flatMap((part) => (measure(part) <= width ? [part] : packed(part, width, measure)));
  return packed(parts, width, measure);
}

function fill(words: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The same number of lines, as narrow as they can be: two lines are then about equal. */
function balance(words: readonly string[], count: number, width: number, measure: Measure): string[] {
  let low = Math.max(...words.map(measure));
  let high = width;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fill(words, middle, measure).length <= count) high = middle;
    else low = middle;
  }
  return fill(words, high, measure);
}

/**
 * Breaks a text into lines of at most `width`, between words and nowhere else (a word is broken inside only if it alone is too wide at the least size
 * and there are lines left for it).
 */
export function breakLines(text: string, width: number, size: number, weight: Weight): string[] {
  const measure: Measure = (part) => textWidth(part, { size, weight });
  const words = splitWords(text).flatMap((word) => pieces(word, width, measure));
  const lines = fill(words, width, measure);
  return lines.length > 1 ? balance(words, lines.length, width, measure) : lines;
}

function cut(line: string, width: number, measure: Measure): string {
  const characters = [...line];
  while (characters.length > 0 && measure(`${characters.join('').trimEnd()}…`) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Fits a text into a box: whole words at the full size if it can be, then smaller down to `minSize`, then broken words, then an ellipsis (`overflow`). */
export function fitText(text: string, options: FitOptions): Fitted {
  const { width, size, weight, minSize = size, maxLines = 1 } = options;
  const words = splitWords(text);
  if (words.length === 0) return { lines: [], size, overflow: false };
  const line = words.join(' ');
  // What most texts come to, without looking at each word.
  if (textWidth(line, { size, weight }) <= width) return { lines: [line], size, overflow: false };
  for (let tried = size; tried >= minSize; tried -= 1) {
    const measure: Measure = (part) => textWidth(part, { size: tried, weight });
    if (words.every((word) => measure(word) <= width)) {
      const lines = breakLines(text, width, tried, weight);
      if (lines.length <= maxLines) return { lines, size: tried, overflow: false };
    }
  }
  const measure: Measure = (part) => textWidth(part, { size: minSize, weight });
  const lines = fill(words.flatMap((word) => pieces(word, width, measure)), width, measure);
  if (lines.length <= maxLines) return { lines, size: minSize, overflow: false };
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = cut(`${kept[maxLines - 1] as string} ${lines[maxLines] as string}`, width, measure);
  return { lines: kept, size: minSize, overflow: true };
}
