import type { FilmSize } from './film-codec.ts';
import type { PictureSettings } from './film-picture.ts';
import type { Estimate, FilmKind, Outline, PictureAt, Story, StudioOrder } from './studio-order.ts';

/** What a page asks its worker for; answers carry the same number. */
export type Question =
  | { readonly ask: 'outline'; readonly story: Story }
  | { readonly ask: 'preview'; readonly story: Story; readonly settings: PictureSettings; readonly at: PictureAt }
  | { readonly ask: 'encoder'; readonly kinds: readonly FilmKind[]; readonly size: FilmSize }
  | { readonly ask: 'estimate' | 'make'; readonly order: StudioOrder };

/** What the answers are, by question. */
export interface Answers {
  readonly outline: Outline;
  readonly preview: ImageBitmap;
  readonly encoder: FilmKind | undefined;
  readonly estimate: Estimate;
  readonly make: undefined;
}

/** From the page: a question, word that a piece of a file is written or could not be, or that an answer is no longer wanted. */
export type ToWorker =
  | { readonly id: number; readonly type: 'question'; readonly question: Question }
  | { readonly id: number; readonly type: 'written' | 'not-written' | 'stop' };

/** From the worker: an answer, a failure, a piece of a file, or how far it is. */
export type FromWorker =
  | { readonly id: number; readonly type: 'answer'; readonly answer: Answers[keyof Answers] }
  | { readonly id: number; readonly type: 'failure'; readonly message: string }
  | { readonly id: number; readonly type: 'write'; readonly position: number; readonly data: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly type: 'progress'; readonly done: number; readonly all: number };
