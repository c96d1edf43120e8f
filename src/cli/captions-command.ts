import { extname, resolve } from 'node:path';
import { captionsOf } from '../export/captions.ts';
import { PartFile } from './part-file.ts';
import { numberOf } from './record-options.ts';
import { readStory, type VariantOptions } from './record-story.ts';
import { UsageError, type Terminal } from './terminal.ts';

/** Flags of `hopline captions`, as written. */
export interface CaptionsOptions extends VariantOptions {
  readonly out?: string;
  readonly rate: string;
}

/** `hopline captions`: writes the narration as a caption file for a film of the same variant, or says it where no file is named. */
export async function captionsCommand(file: string, options: CaptionsOptions, terminal: Terminal): Promise<number> {
  const { out } = options;
  const ending = out === undefined ? '.vtt' : extname(out).toLowerCase();
  if (ending !== '.vtt' && ending !== '.srt') throw new UsageError(`The name "${out}" should end in .vtt or .srt.`);
  const rate = numberOf('--rate', options.rate, 0.05, 20);
  const { trace } = await readStory(file, options, terminal.cwd);
  const text = captionsOf(trace, ending === '.vtt' ? 'vtt' : 'srt', rate);
  if (out === undefined) terminal.out(text.trimEnd());
  else await write(resolve(terminal.cwd, out), text);
  return 0;
}

async function write(path: string, text: string): Promise<void> {
  const target = await PartFile.create(path);
  try {
    await target.write(0, Buffer.from(text));
    await target.finish();
  } finally {
    await target.discard();
  }
}
