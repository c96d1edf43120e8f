import type { Trace } from '../compile/trace.ts';
import { filmTimeOf, type Stretch } from './stretch.ts';
import { cueText, milliseconds, oneLine, timeStamp } from './time-stamp.ts';

/** The text files that players of films take as captions. */
export type CaptionFormat = 'vtt' | 'srt';

/** What is said from `start` to `end`, in seconds of the film. */
interface Cue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The narration of a story as a caption file for a film of it, one cue for each step. */
export function captionsOf(trace: Trace, format: CaptionFormat, film: Stretch = {}): string {
  const cues = cuesOf(trace, film);
  if (format === 'srt') return cues.map(({ start, end, text }, at) => `${at + 1}\n${timeStamp(start, ',')} --> ${timeStamp(end, ',')}\n${text}\n`).join('\n');
  // SRT has no way to write signs that are told from tags; VTT has.
  return ['WEBVTT\n', ...cues.map(({ start, end, text }) => `${timeStamp(start)} --> ${timeStamp(end)}\n${cueText(text)}\n`)].join('\n');
}

/** A narration is one paragraph. A step of which the film shows no millisecond has none. */
function cuesOf(trace: Trace, film: Stretch): Cue[] {
  const cues = trace.steps.map(({ start, end, say }) => ({ start: filmTimeOf(start, film), end: filmTimeOf(end, film), text: oneLine(say) }));
  return cues.filter(({ start, end, text }) => text !== '' && milliseconds(end) > milliseconds(start));
}
