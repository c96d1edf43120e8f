import { compile } from '../compile/compile.ts';
import type { FilmSize } from './film-codec.ts';
import { canEncode } from './film-codec.ts';
import { FilmPicture, type PictureSettings } from './film-picture.ts';
import type { FilmChunk } from './record-film.ts';
import { estimateWork } from './studio-estimate.ts';
import { outlineOf, pictureTimeAt } from './studio-story.ts';
import { makeWork, type DeckMaker } from './studio-work.ts';
import type { Estimate, FilmKind, OnProgress, Outline, PictureAt, Story, StudioOrder } from './studio-order.ts';

/** What goes on while something is made. */
export interface StudioListener {
  /** Gives it up: the promise is rejected with the signal's reason. */
  readonly signal: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** Makes films, pictures and texts of stories. */
export interface Studio {
  /** The steps of a story. */
  outline(story: Story): Promise<Outline>;
  /** A picture of a story, which the receiver closes. */
  preview(story: Story, settings: PictureSettings, at: PictureAt): Promise<ImageBitmap>;
  /** The first of some kinds of film that this browser really encodes, undefined where it encodes none. */
  encoder(kinds: readonly FilmKind[], size: FilmSize): Promise<FilmKind | undefined>;
  /** Makes a small part of something, to know what all of it would weigh and take. */
  estimate(order: StudioOrder, signal: AbortSignal): Promise<Estimate>;
  /** Makes something into a file's bytes and closes the file when it is whole, else aborts it and rejects. */
  make(order: StudioOrder, file: WritableStream<FilmChunk>, listener: StudioListener): Promise<void>;
  /** Gives up whatever is going on and frees all. */
  dispose(): void;
}

/** A studio in the thread that asks it. It lets in what else there is to do. */
export class LocalStudio implements Studio {
  private readonly closing = new AbortController();

  /** `breathe` is waited for after each picture. What makes decks is large, so it is given only where it is at hand. */
  constructor(private readonly breathe: () => Promise<void>, private readonly makeDeck?: DeckMaker) {}

  async outline({ scenario, variant }: Story): Promise<Outline> {
    return outlineOf(compile(scenario, variant));
  }

  async preview({ scenario, variant }: Story, settings: PictureSettings, at: PictureAt): Promise<ImageBitmap> {
    const picture = await FilmPicture.create(scenario, variant, settings);
    try {
      await this.breathe();
      picture.draw(pictureTimeAt(picture.trace, at));
      return picture.canvas.transferToImageBitmap();
    } finally {
      picture.dispose();
    }
  }

  async encoder(kinds: readonly FilmKind[], { width, height, fps }: FilmSize): Promise<FilmKind | undefined> {
    for (const kind of kinds) if (await canEncode(kind.format, { width, height, fps, codec: kind.codec })) return kind;
    return undefined;
  }

  async estimate(order: StudioOrder, signal: AbortSignal): Promise<Estimate> {
    return estimateWork(order, this.life(signal), this.breathe);
  }

  async make(order: StudioOrder, file: WritableStream<FilmChunk>, { signal, onProgress }: StudioListener): Promise<void> {
    return makeWork(order, file, {
      signal: this.life(signal), breathe: this.breathe, ...(onProgress && { onProgress }), ...(this.makeDeck && { makeDeck: this.makeDeck }),
    });
  }

  dispose(): void {
    this.closing.abort();
  }

  private life(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.closing.signal]);
  }
}
