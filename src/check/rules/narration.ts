import { readingTime } from '../../compile/reading.ts';
import { breakLines } from '../../look/fit.ts';
import { TYPE, WEIGHT } from '../../look/type.ts';
import type { LocalizedText } from '../../shared/text.ts';
import type { Finding } from '../finding.ts';
import { allSteps } from '../places.ts';
import type { Rule } from '../subject.ts';

const MOST_SECONDS = 9;
const MOST_LINES = 2;
/** What the caption has for its text in a picture of 1920 × 1080, beside the number and the step's title. */
const CAPTION_WIDTH = 1560;

/** A caption that takes longer to read than a viewer waits, or that needs a third line. */
export const narration: Rule = ({ scenario }) =>
  allSteps(scenario).flatMap(({ item, path }) => eachText(item.say).flatMap(([lang, text]) => checkText(text, [...path, 'say', lang])));

function checkText(text: string, path: Finding['path']): Finding[] {
  const found: Finding[] = [];
  const place = { severity: 'warning', document: 'scenario', path } as const;
  const hint = 'Say one thing, or make two steps of it.';
  const seconds = readingTime(text);
  if (seconds > MOST_SECONDS) {
    const compared = { found: `${seconds.toFixed(1)} s`, expected: `at most ${MOST_SECONDS} s` };
    found.push({ ...place, code: 'long-narration', message: 'The narration takes too long to read.', ...compared, hint });
  }
  const lines = breakLines(text, CAPTION_WIDTH, TYPE.caption, WEIGHT.regular).length;
  if (lines > MOST_LINES) {
    const compared = { found: `${lines} lines`, expected: `at most ${MOST_LINES} lines` };
    found.push({ ...place, code: 'narration-lines', message: 'The narration does not fit into the caption.', ...compared, hint });
  }
  return found;
}

function eachText(text: LocalizedText): [string, string][] {
  return Object.entries(text);
}
