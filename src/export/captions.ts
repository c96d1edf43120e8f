import type { Trace } from '../compile/trace.ts';

/** The text files that players of films take as captions. */
export type CaptionFormat = 'vtt' | 'srt';

/** What is said from `start` to `end`, in seconds of the film. */
interface Cue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The narration of a story as a caption file, one cue for each step; `rate` is how fast the film goes through the story. */
export function captionsOf(trace: Trace, format: CaptionFormat, rate = 1): string {
  const cues = cuesOf(trace, rate);
  if (format === 'srt') return cues.map(({ start, end, text }, at) => `${at + 1}\n${stamp(start, ',')} --> ${stamp(end, ',')}\n${text}\n`).join('\n');
  // Tags and references have a meaning in VTT; SRT has no way to write them otherwise.
  return ['WEBVTT\n', ...cues.map(({ start, end, text }) => `${stamp(start, '.')} --> ${stamp(end, '.')}\n${escaped(text)}\n`)].join('\n');
}

/** A narration is one paragraph: an empty line in it would end its cue. A step too short to last a millisecond has none. */
function cuesOf(trace: Trace, rate: number): Cue[] {
  const cues = trace.steps.map(({ start, end, say }) => ({ start: start / rate, end: end / rate, text: say.trim().replace(/\s+/g, ' ') }));
  return cues.filter(({ start, end, text }) => text !== '' && milliseconds(end) > milliseconds(start));
}

/** `01:02:03.456`. */
function stamp(seconds: number, point: '.' | ','): string {
  const all = milliseconds(seconds);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(all / 3_600_000)}:${two((all / 60_000) % 60)}:${two((all / 1000) % 60)}${point}${String(all % 1000).padStart(3, '0')}`;
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
