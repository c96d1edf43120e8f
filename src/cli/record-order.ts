import type { Variant } from '../compile/trace.ts';
import type { FilmChapter } from '../recorder/container-chapters.ts';
import { FILM_CODECS, type FilmCodec, type FilmCoding, type FilmFormat } from '../recorder/film-codec.ts';
import type { FilmTags } from '../recorder/film-stamp.ts';
import type { PictureSettings } from '../recorder/film-picture.ts';
import type { FilmCaptions } from '../recorder/record-film.ts';
import type { PictureTime } from '../recorder/film-times.ts';
import type { MovingFormat } from '../recorder/moving-format.ts';
import type { FramePrints } from '../recorder/frame-prints.ts';
import type { FilmRange } from '../recorder/frame-plan.ts';

/** What `hopline record` asks its page for. */
export interface RecordOrder {
  /** The scenario's address; its text and its architecture's are in `texts`. */
  readonly file: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly variant: Variant;
  readonly settings: PictureSettings;
  readonly work: RecordWork;
  /** What the file says of itself. */
  readonly tags: FilmTags;
  /** Captions that a film carries beside its pictures. */
  readonly captions?: FilmCaptions;
  readonly chapters?: readonly FilmChapter[];
  readonly coding?: FilmCoding;
  /** Where the page finds what is heard with a film. */
  readonly sound?: string;
  /** What the page is to take for something that it cannot encode, whatever it can: tests find out so what happens then. */
  readonly without?: readonly string[];
  /** `too`: what each frame looks like is wanted; `alone`: nothing else is. */
  readonly prints: 'none' | 'too' | 'alone';
}

/** What ffmpeg makes of frames: H.264 in an mp4, ProRes in a mov. */
export type FfmpegCodec = 'h264' | 'prores';

/** A film of a range, the pixels of its frames for an encoder elsewhere, a picture that moves, a PNG for each frame of a range, or one PNG. */
export type RecordWork =
  | { readonly kind: 'film'; readonly format: FilmFormat; readonly range: FilmRange }
  | { readonly kind: 'raw'; readonly encoder: FfmpegCodec; readonly range: FilmRange }
  | { readonly kind: 'moving'; readonly format: MovingFormat; readonly range: FilmRange; readonly colours?: number }
  | { readonly kind: 'frames'; readonly range: FilmRange }
  | { readonly kind: 'picture'; readonly at: PictureTime };

/** How the browser is to encode a film; undefined where it is to make something else. */
export function codecOf({ work, coding }: Pick<RecordOrder, 'work' | 'coding'>): FilmCodec | undefined {
  return work.kind === 'film' ? (coding?.codec ?? FILM_CODECS[work.format][0]) : undefined;
}

/** What the page ends with: done, with what the frames look like where that was asked for; or the browser cannot encode the film, or its sound. */
export type RecordResult =
  | { readonly outcome: 'done'; readonly prints?: FramePrints; readonly fonts: readonly string[] }
  | { readonly outcome: 'no-encoder' | 'no-sound' };

/** What the command line offers to its page; bytes go by its server. */
export interface RecordHost {
  hoplineProgress(frames: number): Promise<void>;
}
