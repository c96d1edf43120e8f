const LATIN_PER_SECOND = 17;
const HANGUL_PER_SECOND = 10;
const LEAST = 1.4;

/** Hangul, kana and ideographs: a character carries a syllable or more. */
const SYLLABIC = /[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/u;

/** Seconds that reading a text takes at a pace (1 is reading speed, 0 gives 0): 17 characters a second, 10 of Hangul, at least 1.4 s. */
export function readingTime(text: string, pace = 1): number {
  let seconds = 0;
  for (const character of text) seconds += 1 / (SYLLABIC.test(character) ? HANGUL_PER_SECOND : LATIN_PER_SECOND);
  return Math.max(LEAST, seconds) * pace;
}
