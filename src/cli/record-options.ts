import { extname } from 'node:path';
import { THEMES, type ThemeName } from '../look/tokens.ts';
import { CODEC_NAMES, FILM_CODECS, type FilmCodec, type FilmCoding, type FilmFormat } from '../recorder/film-codec.ts';
import { MOST_FPS, type MovingFormat } from '../recorder/moving-format.ts';
import type { ViewName } from '../stage/panes.ts';
import { bytesOf } from './gif-fit.ts';
import type { FfmpegCodec } from './record-order.ts';
import { UsageError } from './terminal.ts';

/** Flags of `hopline record`, as written. */
export interface RecordOptions {
  readonly out?: string;
  /** Undefined: what suits the kind of file. */
  readonly size?: string;
  readonly fps?: string;
  readonly lang?: string;
  readonly theme: string;
  readonly level: string;
  readonly view: string;
  readonly path?: string;
  readonly from?: string;
  readonly to?: string;
  readonly at?: string;
  readonly rate: string;
  readonly captions: string;
  readonly codec?: string;
  readonly transparent?: boolean;
  readonly audio?: string;
  readonly split?: string;
  readonly maxSize?: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly firstShard?: string;
  readonly force?: boolean;
  readonly manifest?: boolean;
  readonly json?: boolean;
}

/** What is written: a film, a film that ffmpeg encodes, a picture that moves, a PNG for each frame, or one PNG. */
export type RecordKind =
  | { readonly kind: 'film'; readonly format: FilmFormat }
  | { readonly kind: 'raw'; readonly encoder: FfmpegCodec }
  | { readonly kind: 'moving'; readonly format: MovingFormat }
  | { readonly kind: 'frames' }
  | { readonly kind: 'picture' };

/** What the flags say that needs no scenario to be understood. */
export interface RecordSettings {
  readonly kind: RecordKind;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly rate: number;
  readonly theme: ThemeName;
  readonly view: ViewName;
  readonly captions: CaptionsHow;
  readonly split: boolean;
  /** Without a ground behind the story. */
  readonly transparent: boolean;
  /** Of a film: what is not as usual for its kind of file. */
  readonly coding?: FilmCoding;
  /** Of a GIF: how many bytes it may have. */
  readonly mostBytes?: number;
}

/** Where the narration is: in the picture, in a file beside it, in the film as a track of its own, or nowhere. */
export type CaptionsHow = 'burn' | 'file' | 'embed' | 'none';

const SIZES: Readonly<Record<string, readonly [number, number]>> = { '720p': [1280, 720], '1080p': [1920, 1080], '1440p': [2560, 1440], '4k': [3840, 2160] };
/** What is written where nothing is said: pictures that move stand in pages and grow with every frame. */
const FILM = { size: '1080p', fps: '30' };
const MOVING = { size: '960x540', fps: '15' };
const LEAST_SIDE = 160;
const WITH_ALPHA = 'End the name in .webm, .mov, .apng or .png.';
const LONGEST_SIDE = 7680;
const VIEWS: readonly ViewName[] = ['map', 'sequence', 'split'];
/** Where the number of a frame stands in a file's name. */
const NUMBERED = /%0?(\d*)d/;

/** Understands the flags; throws with what would be right. */
export function readOptions(options: RecordOptions, out: string): RecordSettings {
  const kind = kindOf(out, options);
  const usual = kind.kind === 'moving' ? MOVING : FILM;
  const [width, height] = sizeOf(options.size ?? usual.size, kind);
  return {
    kind, width, height,
    fps: numberOf('--fps', options.fps ?? usual.fps, 1, fastest(kind)),
    rate: numberOf('--rate', options.rate, 0.05, 20),
    theme: oneOf('--theme', options.theme, Object.keys(THEMES) as ThemeName[]),
    view: oneOf('--view', options.view, VIEWS),
    captions: captionsOf(options.captions, kind),
    split: splitOf(options, kind),
    ...codingOf(options, kind),
    ...mostBytesOf(options.maxSize, kind),
  };
}

/** The name of a frame's file: `%05d` becomes its number, from 0. */
export function numberedName(out: string, index: number): string {
  return out.replace(NUMBERED, (_all, digits: string) => String(index).padStart(Number(digits) || 1, '0'));
}

function kindOf(out: string, { at, from, to }: RecordOptions): RecordKind {
  const ending = extname(out).toLowerCase();
  if (at !== undefined && ending !== '.png') throw new UsageError(`--at is for one picture: end the name of "${out}" in .png, or use --from and --to.`);
  if (at !== undefined && (from !== undefined || to !== undefined)) {
    throw new UsageError('--at is for one picture, --from and --to for a film or a row of pictures: give the one or the other.');
  }
  if (ending === '.mp4') return { kind: 'film', format: 'mp4' };
  if (ending === '.webm') return { kind: 'film', format: 'webm' };
  if (ending === '.mov') return { kind: 'raw', encoder: 'prores' };
  if (ending === '.gif') return { kind: 'moving', format: 'gif' };
  if (ending === '.apng') return { kind: 'moving', format: 'apng' };
  if (ending !== '.png') throw new UsageError(`The name "${out}" should end in .mp4, .webm, .mov, .gif, .apng or .png.`);
  if (at !== undefined) return { kind: 'picture' };
  if (NUMBERED.test(out)) return { kind: 'frames' };
  throw new UsageError(`For one picture say which, such as --at 12s; for every frame put its number into the name: "${out.slice(0, -4)}-%05d.png".`);
}

function fastest(kind: RecordKind): number {
  return kind.kind === 'moving' ? MOST_FPS[kind.format] : 120;
}

function sizeOf(written: string, { kind }: RecordKind): readonly [number, number] {
  const named = SIZES[written.toLowerCase()];
  if (named) return named;
  const [, width, height] = (/^(\d{1,5})x(\d{1,5})$/i.exec(written) ?? []).map(Number);
  if (!width || !height) throw new UsageError(`--size is ${Object.keys(SIZES).join(', ')} or such as 1920x1080, not "${written}".`);
  if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > LONGEST_SIDE) {
    throw new UsageError(`A side has ${LEAST_SIDE} to ${LONGEST_SIDE} px; ${width}x${height} is outside of that.`);
  }
  if ((kind === 'film' || kind === 'raw') && (width % 2 || height % 2)) {
    throw new UsageError(`A film has even sides: ${width}x${height} could be ${width + (width % 2)}x${height + (height % 2)}.`);
  }
  return [width, height];
}

/** The number that a flag was given, within its limits; throws with what would be right. */
export function numberOf(flag: string, written: string, least: number, most: number): number {
  const value = /^\d+(\.\d+)?$/.test(written) ? Number(written) : NaN;
  if (!(value >= least && value <= most)) throw new UsageError(`${flag} is a number from ${least} to ${most}, not "${written}".`);
  return value;
}

function oneOf<T extends string>(flag: string, written: string, known: readonly T[]): T {
  const found = known.find((name) => name === written);
  if (found === undefined) throw new UsageError(`${flag} is one of ${known.join(', ')}, not "${written}".`);
  return found;
}

function captionsOf(written: string, { kind }: RecordKind): CaptionsHow {
  const how = oneOf('--captions', written, ['burn', 'file', 'embed', 'none'] as const);
  if (how === 'embed' && kind !== 'film' && kind !== 'raw') throw new UsageError('Only a .mp4, .webm or .mov carries captions of its own; --captions file writes them beside it.');
  return how;
}

function splitOf({ split, audio }: RecordOptions, { kind }: RecordKind): boolean {
  if (audio !== undefined && kind !== 'film' && kind !== 'raw') throw new UsageError('--audio is heard with a film: end the name in .mp4, .webm or .mov.');
  if (split === undefined) return false;
  oneOf('--split', split, ['steps'] as const);
  if (kind === 'frames' || kind === 'picture') throw new UsageError('--split makes a clip of each step: end the name in .mp4, .webm, .mov, .gif or .apng.');
  if (audio !== undefined) throw new UsageError('--audio goes with a whole film; with --split every clip would begin with it. Leave out the one or the other.');
  return true;
}

function codingOf({ codec: written, transparent = false }: RecordOptions, kind: RecordKind): Pick<RecordSettings, 'transparent' | 'coding'> {
  if (written !== undefined && kind.kind !== 'film') throw new UsageError('--codec is for a .mp4 or .webm; other files are encoded in one way alone.');
  if (kind.kind === 'moving' && kind.format === 'gif' && transparent) throw new UsageError(`In a .gif a pixel is there or not, so every edge would be jagged. ${WITH_ALPHA}`);
  if (kind.kind !== 'film') return { transparent };
  const codec = written === undefined ? undefined : filmCodec(written, kind.format);
  if (transparent && kind.format === 'mp4') throw new UsageError(`A .mp4 has no transparency. ${WITH_ALPHA}`);
  if (transparent && codec === 'av1') throw new UsageError('In a .webm only VP9 keeps transparency: leave --codec out.');
  return { transparent, ...((codec || transparent) && { coding: { ...(codec && { codec }), ...(transparent && { transparent }) } }) };
}

function filmCodec(written: string, format: FilmFormat): FilmCodec {
  const codec = oneOf('--codec', written, Object.keys(CODEC_NAMES) as FilmCodec[]);
  if (FILM_CODECS[format].includes(codec)) return codec;
  throw new UsageError(`A .${format} has ${FILM_CODECS[format].join(' or ')}, not ${codec}; a .mp4 has ${FILM_CODECS.mp4.join(', ')}.`);
}

function mostBytesOf(written: string | undefined, kind: RecordKind): Pick<RecordSettings, 'mostBytes'> {
  if (written === undefined) return {};
  if (kind.kind !== 'moving' || kind.format !== 'gif') throw new UsageError('--max-size is for a .gif; of a film the --size decides.');
  const mostBytes = bytesOf(written);
  if (!mostBytes) throw new UsageError(`--max-size is such as 10MB or 800KB, not "${written}".`);
  return { mostBytes };
}
