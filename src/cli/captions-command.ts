import { extname, resolve } from 'node:path';
import { captionsOf } from '../export/captions.ts';
import { chaptersFile } from '../export/chapters.ts';
import { transcriptOf } from '../export/transcript.ts';
import type { Trace } from '../compile/trace.ts';
import { numberOf } from './record-options.ts';
import { readStory, type VariantOptions } from './record-story.ts';
import { storeText } from './store-text.ts';
import { UsageError, type Terminal } from './terminal.ts';

/** Flags of `hopline captions`, as written. */
export interface CaptionsOptions extends VariantOptions {
  readonly out?: string;
  readonly rate: string;
  readonly chapters?: boolean;
}

/** `hopline captions`: writes the narration, the chapters or a transcript for a film of the same variant, or says it where no file is named. */
export async function captionsCommand(file: string, options: CaptionsOptions, terminal: Terminal): Promise<number> {
  const { out } = options;
  const write = writerOf(out, options.chapters ?? false);
  const rate = numberOf('--rate', options.rate, 0.05, 20);
  const { trace } = await readStory(file, options, terminal.cwd);
  const text = write(trace, rate);
  if (out === undefined) terminal.out(text.trimEnd());
  else await storeText(resolve(terminal.cwd, out), text);
  return 0;
}

/** The ending of the name says what is written. */
function writerOf(out: string | undefined, chapters: boolean): (trace: Trace, rate: number) => string {
  const ending = out === undefined ? '.vtt' : extname(out).toLowerCase();
  if (chapters) {
    if (ending !== '.vtt') throw new UsageError(`Chapters are written as .vtt, not as "${out}".`);
    return (trace, rate) => chaptersFile(trace, { rate });
  }
  if (ending === '.md') return transcriptOf;
  if (ending !== '.vtt' && ending !== '.srt') throw new UsageError(`The name "${out}" should end in .vtt, .srt or .md (a transcript).`);
  return (trace, rate) => captionsOf(trace, ending === '.vtt' ? 'vtt' : 'srt', { rate });
}
