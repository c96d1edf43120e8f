import type { FilmKind, StudioWork, TextFormat } from '../../recorder/studio-order.ts';
import type { MovingFormat } from '../../recorder/moving-format.ts';

/** What a story can be exported as. */
export type FormatName = 'mp4' | 'webm' | 'av1' | MovingFormat | 'png' | 'pptx' | TextFormat;

/** What is the same for every file of a format. */
export interface Format {
  readonly kind: StudioWork['kind'];
  readonly ending: string;
  /** A media type. */
  readonly type: string;
  /** Pictures a second that are offered; the usual one first. */
  readonly rates: readonly number[];
  /** Names of the sizes that are offered; the usual one first. */
  readonly sizes: readonly SizeName[];
}

/** Sizes of pictures in px, by name. */
export const SIZES = {
  '540p': [960, 540], '720p': [1280, 720], '1080p': [1920, 1080], '1440p': [2560, 1440], '4k': [3840, 2160], square: [1080, 1080], vertical: [1080, 1920],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type SizeName = keyof typeof SIZES;

const LARGE: readonly SizeName[] = ['1080p', '720p', '1440p', '4k', 'square', 'vertical'];
/** A picture that moves grows with every frame. */
const SMALL: readonly SizeName[] = ['540p', '720p', '1080p', 'square', 'vertical'];
const FILM = { kind: 'film', rates: [30, 24, 25, 50, 60], sizes: LARGE } as const;
const MOVING = { kind: 'moving', sizes: SMALL } as const;
const TEXT = { kind: 'text', rates: [], sizes: [] } as const;

/** In the order in which they are offered. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  mp4: { ...FILM, ending: 'mp4', type: 'video/mp4' },
  webm: { ...FILM, ending: 'webm', type: 'video/webm' },
  av1: { ...FILM, ending: 'webm', type: 'video/webm' },
  gif: { ...MOVING, rates: [15, 10, 12, 20, 25], ending: 'gif', type: 'image/gif' },
  apng: { ...MOVING, rates: [15, 10, 12, 20, 25, 30], ending: 'apng', type: 'image/apng' },
  png: { kind: 'picture', rates: [], sizes: LARGE, ending: 'png', type: 'image/png' },
  pptx: { kind: 'deck', rates: [30, 24, 25], sizes: ['1080p', '720p'], ending: 'pptx', type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
  vtt: { ...TEXT, ending: 'vtt', type: 'text/vtt' },
  srt: { ...TEXT, ending: 'srt', type: 'application/x-subrip' },
  chapters: { ...TEXT, ending: 'chapters.vtt', type: 'text/vtt' },
  markdown: { ...TEXT, ending: 'md', type: 'text/markdown' },
};
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

const KINDS: Readonly<Record<'mp4' | 'webm' | 'av1', FilmKind>> = {
  mp4: { format: 'mp4', codec: 'h264' }, webm: { format: 'webm', codec: 'vp9' }, av1: { format: 'webm', codec: 'av1' },
};

/** The formats of films. */
export type FilmName = keyof typeof KINDS;

/** Whether a format is a film. */
export function isFilm(name: FormatName): name is FilmName {
  return name in KINDS;
}

/** The kinds of film to try for a format, best first: another one stands in where this browser does not encode it. */
export function kindsFor(name: FilmName): FilmKind[] {
  return [KINDS[name], ...Object.values(KINDS).filter((kind) => kind !== KINDS[name])];
}

/** The format that a kind of film is. */
export function filmName({ format, codec }: FilmKind): FilmName {
  return (Object.keys(KINDS) as FilmName[]).find((name) => KINDS[name].format === format && KINDS[name].codec === codec) ?? 'webm';
}
