import type { FilmChapter } from '../recorder/container-chapters.ts';
import { stampText, type FilmTags } from '../recorder/film-stamp.ts';
import type { FfmpegCodec } from './record-order.ts';

/** What ffmpeg makes of frames that come as RGBA. */
export interface FfmpegWork {
  readonly encoder: FfmpegCodec;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  /** Seconds of the film. */
  readonly duration: number;
  readonly transparent: boolean;
  readonly tags: FilmTags;
  /** Paths of files that go into it: a sound (and whether it is taken over as it is), captions as WebVTT, chapters as `ffmetadata`. */
  readonly sound?: { readonly path: string; readonly as: 'is' | 'made' };
  readonly captions?: { readonly path: string; readonly lang: string };
  readonly chapters?: string;
}

/** The encoders that ffmpeg must have. */
export const FFMPEG_ENCODERS: Readonly<Record<FfmpegCodec, string>> = { h264: 'libx264', prores: 'prores_ks' };

/** Text stays sharp, and what does not move costs nothing. */
const H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-pix_fmt', 'yuv420p'];
const PRORES_4444 = ['-c:v', 'prores_ks', '-profile:v', '4444', '-pix_fmt', 'yuva444p10le', '-alpha_bits', '16', '-vendor', 'apl0'];
const PRORES_422 = ['-c:v', 'prores_ks', '-profile:v', 'hq', '-pix_fmt', 'yuv422p10le', '-vendor', 'apl0'];
const COLOURS = 'setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709';

/** The arguments that make a film of the frames on ffmpeg's standard input. */
export function ffmpegArguments(work: FfmpegWork, out: string): string[] {
  const { encoder, width, height, fps, duration, tags, sound, captions, chapters } = work;
  const files = [sound?.path, captions?.path].filter((path) => path !== undefined);
  const place = (path: string): string => String(1 + files.indexOf(path));
  return [
    '-hide_banner', '-loglevel', 'error', '-y',
    '-f', 'rawvideo', '-pix_fmt', 'rgba', '-video_size', `${width}x${height}`, '-framerate', String(fps), '-i', 'pipe:0',
    ...files.flatMap((path) => ['-i', path]),
    ...(chapters === undefined ? [] : ['-f', 'ffmetadata', '-i', chapters]),
    '-map', '0:v', ...(sound ? ['-map', `${place(sound.path)}:a:0`] : []), ...(captions ? ['-map', `${place(captions.path)}:s:0`] : []),
    '-map_chapters', chapters === undefined ? '-1' : String(1 + files.length),
    '-vf', `scale=out_color_matrix=bt709:out_range=tv,${COLOURS}`, ...pictures(work),
    ...(sound ? ['-c:a', ...soundCodec(encoder, sound.as)] : []),
    ...(captions ? ['-c:s', 'mov_text', '-metadata:s:s:0', `language=${captions.lang}`] : []),
    '-metadata', `title=${tags.title}`, '-metadata', `comment=${stampText(tags)}`,
    '-t', String(duration), '-movflags', '+faststart+write_colr', '-f', encoder === 'h264' ? 'mp4' : 'mov', out,
  ];
}

/** Chapters in the way that ffmpeg reads them. */
export function chapterMetadata(chapters: readonly FilmChapter[]): string {
  const escaped = (title: string): string => title.replace(/[=;#\\\n]/g, '\\$&');
  const ms = (seconds: number): number => Math.round(1000 * seconds);
  return [';FFMETADATA1', ...chapters.map(({ title, start, end }) => `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${ms(start)}\nEND=${ms(end)}\ntitle=${escaped(title)}`), ''].join('\n');
}

function pictures({ encoder, fps, transparent }: FfmpegWork): string[] {
  if (encoder === 'h264') return [...H264, '-g', String(Math.round(2 * fps))];
  return transparent ? PRORES_4444 : PRORES_422;
}

/** What is edited further keeps its sound as it is: uncompressed. */
function soundCodec(encoder: FfmpegCodec, as: 'is' | 'made'): string[] {
  if (encoder === 'prores') return ['pcm_s16le', '-ar', '48000'];
  return as === 'is' ? ['copy'] : ['aac', '-b:a', '192k', '-ac', '2'];
}
