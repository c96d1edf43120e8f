import type { StepMark, Trace } from '../compile/trace.ts';
import { textIn } from '../shared/text.ts';
import { oneLine } from './time-stamp.ts';
import { transcriptWords } from './transcript-words.ts';

/** What a speaker reads while a step is shown: its narration, the quiet line, and what it cites. */
export function speakerNotes({ scenario, variant }: Trace, { say, aside, cite }: StepMark): string {
  const sources = cite.map(({ href, title, version }) => {
    const name = textIn(title, variant.lang, scenario.languages);
    return [name, version && `(${version})`, href].filter(Boolean).join(' ');
  });
  const cited = sources.length > 0 ? `${transcriptWords(variant.lang).sources}:\n${sources.join('\n')}` : '';
  return [oneLine(say), oneLine(aside), cited].filter(Boolean).join('\n\n');
}
