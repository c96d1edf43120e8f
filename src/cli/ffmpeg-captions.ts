import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { languageCode } from '../recorder/language-code.ts';
import type { FilmCaptions } from '../recorder/record-film.ts';
import type { PartFile } from './part-file.ts';
import { UserError } from './terminal.ts';

/** What ffmpeg must have to write captions that nearly every player of mp4 shows. */
export const TEXT_ENCODER = 'mov_text';

/** Puts captions into a finished mp4: pictures, sound and chapters are copied. */
export async function embedText(ffmpeg: string, film: PartFile, { text, lang }: FilmCaptions): Promise<void> {
  const captions = `${film.partPath}.vtt`;
  const whole = `${film.partPath}.mp4`;
  try {
    await writeFile(captions, text);
    await promisify(execFile)(ffmpeg, [
      '-hide_banner', '-loglevel', 'error', '-y', '-i', film.partPath, '-i', captions, '-map', '0', '-map', '1:s', '-c', 'copy', '-c:s', TEXT_ENCODER,
      '-metadata:s:s:0', `language=${languageCode(lang)}`, '-movflags', '+faststart+write_colr', '-f', 'mp4', whole,
    ]);
    await film.replaceWith(whole);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { stderr = '' } = error as { stderr?: string };
    throw new UserError(`The captions cannot be put into the film. ${stderr.trim().split('\n').at(-1) ?? ''}`.trim());
  } finally {
    await Promise.all([captions, whole].map((path) => rm(path, { force: true })));
  }
}
