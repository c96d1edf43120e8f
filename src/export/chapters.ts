import type { Trace } from '../compile/trace.ts';
import { textIn } from '../shared/text.ts';
import { filmTimeOf, type Stretch } from './stretch.ts';
import { cueText, milliseconds, timeStamp } from './time-stamp.ts';

/** A chapter of a film: a step at the top of the story, whatever the level; seconds of the film. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** The chapters of a story, one for each step at its top, without gaps, as times of a film of it. */
export function chaptersOf(trace: Trace, film: Stretch = {}): Chapter[] {
  const { scenario, variant } = trace;
  const chapters = scenario.steps.map(({ id, title }, top) => {
    const leaves = trace.steps.filter((step) => step.top === top);
    return { id, title: textIn(title, variant.lang, scenario.languages), start: filmTimeOf(leaves[0]?.start ?? 0, film), end: filmTimeOf(leaves.at(-1)?.end ?? 0, film) };
  });
  return chapters.filter(({ start, end }) => milliseconds(end) > milliseconds(start));
}

/** The chapters of a story as a WebVTT file of kind `chapters`. */
export function chaptersFile(trace: Trace, film: Stretch = {}): string {
  const cues = chaptersOf(trace, film).map(({ id, title, start, end }) => `${id}\n${timeStamp(start)} --> ${timeStamp(end)}\n${cueText(title)}\n`);
  return ['WEBVTT\n', ...cues].join('\n');
}
