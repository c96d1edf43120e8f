import type { Moment, Variant } from '../compile/trace.ts';
import type { CaptionFormat } from '../export/captions.ts';
import type { Scenario } from '../scenario/model.ts';
import type { FilmCodec, FilmFormat } from './film-codec.ts';
import type { PictureSettings } from './film-picture.ts';
import type { MovingFormat } from './moving-format.ts';

/** A story in one variant: plain records, so that it passes to a worker as it is. */
export interface Story {
  readonly scenario: Scenario;
  readonly variant: Variant;
}

/** How a film is stored: its kind of file, and the codec in it. */
export interface FilmKind {
  readonly format: FilmFormat;
  readonly codec: FilmCodec;
}

/** Steps of the story's variant, by id, the first and the last one of a film; where one is missing the story begins or ends there. */
export interface StepRange {
  readonly from?: string;
  readonly to?: string;
}

/** One picture: of a moment, or the still that tells a whole step. */
export type PictureAt = { readonly moment: Moment } | { readonly still: string };

/** The texts that a story can become. */
export type TextFormat = CaptionFormat | 'chapters' | 'markdown';

/** What is made of a story. `fps` are pictures for each second. */
export type StudioWork =
  | { readonly kind: 'film'; readonly film: FilmKind; readonly steps: StepRange; readonly fps: number; readonly embed: boolean }
  | { readonly kind: 'moving'; readonly format: MovingFormat; readonly steps: StepRange; readonly fps: number }
  | { readonly kind: 'picture'; readonly at: PictureAt }
  | { readonly kind: 'text'; readonly format: TextFormat; readonly steps: StepRange }
  | { readonly kind: 'deck'; readonly steps: StepRange; readonly fps: number; readonly clips: boolean };

/** Something to make: one file. */
export interface StudioOrder {
  readonly story: Story;
  readonly settings: PictureSettings;
  readonly work: StudioWork;
}

/** A step as somebody chooses it; times are seconds of the story. */
export interface OutlineStep {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** What a story consists of in its variant. */
export interface Outline {
  readonly title: string;
  readonly steps: readonly OutlineStep[];
  readonly duration: number;
}

/** What a file will weigh and take, in bytes and seconds, found out by making a small part of it. */
export interface Estimate {
  readonly bytes: number;
  readonly seconds: number;
  /** Pictures in it. */
  readonly frames: number;
  /** Seconds that it plays; 0 for what does not play. */
  readonly duration: number;
}

/** How far a piece of work is: pictures of all pictures. */
export type OnProgress = (done: number, all: number) => void;
