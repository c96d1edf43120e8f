import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planFrames } from '../recorder/frame-plan.ts';
import { languageCode } from '../recorder/language-code.ts';
import { requireFfmpeg } from './ffmpeg.ts';
import { chapterMetadata, FFMPEG_ENCODERS, ffmpegArguments, type FfmpegWork } from './ffmpeg-arguments.ts';
import { FfmpegFilm } from './ffmpeg-film.ts';
import type { FileSink } from './file-sink.ts';
import type { PartFile } from './part-file.ts';
import type { FfmpegCodec, RecordOrder, RecordWork } from './record-order.ts';
import type { RecordSink } from './record-session.ts';
import type { Recorded, SessionRow } from './session-row.ts';
import type { SoundFile } from './sound-file.ts';

/** What is to be encoded: what is asked of the page, what is heard with it, and its name as the person wrote it. */
export interface EncoderJob {
  readonly order: RecordOrder;
  readonly written: string;
  readonly sound?: SoundFile;
}

type RawWork = Extract<RecordWork, { readonly kind: 'raw' }>;

const USES: Readonly<Record<FfmpegCodec, string>> = { h264: 'This film', prores: 'A .mov (ProRes)' };

/** Has a browser draw a film and ffmpeg encode it, with its sound, captions and chapters. Throws with what is missing and how to get it. */
export async function recordWithFfmpeg(job: EncoderJob, work: RawWork, sink: FileSink, part: PartFile, browsers: SessionRow): Promise<Recorded> {
  const ffmpeg = await requireFfmpeg(FFMPEG_ENCODERS[work.encoder], USES[work.encoder]);
  const { width, height } = job.order.settings;
  const folder = await mkdtemp(join(tmpdir(), 'hopline-film-'));
  let film: FfmpegFilm | undefined;
  try {
    const args = ffmpegArguments(await workFor(job, work, folder), part.partPath);
    const begun = (film = new FfmpegFilm(ffmpeg, args, { width, height }));
    const frames: RecordSink = {
      write: () => Promise.resolve(),
      picture: () => Promise.resolve(),
      frame: (patch) => begun.add(patch),
      progress: (count) => sink.progress(count),
    };
    const recorded = await browsers.record({ ...job.order, work }, frames);
    await begun.finish();
    part.grownTo((await stat(part.partPath)).size);
    return recorded;
  } finally {
    await film?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What goes into the film beside its pictures stands in files for as long as it is made. */
async function workFor({ order, sound }: EncoderJob, { encoder, range }: RawWork, folder: string): Promise<FfmpegWork> {
  const { settings, captions, chapters = [], tags } = order;
  const { width, height, transparent = false } = settings;
  const path = (name: string): string => join(folder, name);
  if (captions) await writeFile(path('captions.vtt'), captions.text);
  if (chapters.length > 0) await writeFile(path('chapters.txt'), chapterMetadata(chapters));
  return {
    encoder, width, height, transparent, tags, fps: range.fps, duration: planFrames(range).duration,
    ...(sound && { sound: { path: sound.path, as: sound.codec === 'aac' || sound.codec === 'mp3' ? 'is' : 'made' } }),
    ...(captions && { captions: { path: path('captions.vtt'), lang: languageCode(captions.lang) } }),
    ...(chapters.length > 0 && { chapters: path('chapters.txt') }),
  };
}
