import { compile } from '../compile/compile.ts';
import type { Trace } from '../compile/trace.ts';
import { captionsOf } from '../export/captions.ts';
import { chaptersFile, chaptersOf } from '../export/chapters.ts';
import { transcriptOf } from '../export/transcript.ts';
import { textIn } from '../shared/text.ts';
import { FilmPicture } from './film-picture.ts';
import { planFrames, type FramePlan } from './frame-plan.ts';
import { recordFilm, type FilmChunk, type Recording } from './record-film.ts';
import { recordMoving } from './record-moving.ts';
import { recordPictures } from './record-pictures.ts';
import type { OnProgress, StudioOrder, StudioWork } from './studio-order.ts';
import { pictureTimeAt, stretchOf } from './studio-story.ts';

/** What goes on while something is made. */
export interface Making {
  readonly signal: AbortSignal;
  readonly breathe: () => Promise<void>;
  readonly onProgress?: OnProgress;
  readonly makeDeck?: DeckMaker;
}

/** What is ordered, of one kind. */
export interface OrderOf<K extends StudioWork['kind']> extends StudioOrder {
  readonly work: Extract<StudioWork, { readonly kind: K }>;
}

/** Gives the bytes of a deck of slides. */
export type DeckMaker = (order: OrderOf<'deck'>, making: Making) => Promise<Uint8Array>;

/** A film, or a picture that moves. */
export type PlayingWork = Extract<StudioWork, { readonly kind: 'film' | 'moving' }>;

/** Makes what is ordered into a file's bytes and closes the file when it is whole, else aborts it and rejects. */
export async function makeWork(order: StudioOrder, file: WritableStream<FilmChunk>, making: Making): Promise<void> {
  const { story: { scenario, variant }, settings, work } = order;
  if (work.kind === 'text') return writeAll(file, async () => new TextEncoder().encode(textOf(compile(scenario, variant), work)));
  if (work.kind === 'deck') return writeAll(file, () => (making.makeDeck ?? noDeck)({ ...order, work }, making));
  const picture = await FilmPicture.create(scenario, variant, settings).catch(async (error: unknown) => {
    await file.abort(error).catch(() => undefined);
    throw error;
  });
  try {
    if (work.kind === 'picture') await writeAll(file, () => onePicture(picture, work.at, making));
    else await makePlaying(picture, work, planFrames({ ...stretchOf(picture.trace, work.steps), fps: work.fps, rate: 1 }), file, making);
  } finally {
    picture.dispose();
  }
}

/** Records what plays, by a plan of its pictures. */
export async function makePlaying(picture: FilmPicture, work: PlayingWork, plan: FramePlan, file: WritableStream<FilmChunk>, { signal, breathe, onProgress }: Making): Promise<void> {
  const { trace } = picture;
  const recording: Recording = { signal, breathe, ...(onProgress && { onProgress: (frames) => onProgress(frames, plan.frames) }) };
  if (work.kind === 'moving') return recordMoving(picture, plan, work.format, file, recording);
  const { format, codec } = work.film;
  const stretch = stretchOf(trace, work.steps);
  const captions = work.embed ? { text: captionsOf(trace, 'vtt', stretch), lang: trace.variant.lang } : undefined;
  const title = textIn(trace.scenario.title, trace.variant.lang, trace.scenario.languages);
  return recordFilm(picture, plan, format, file, { ...recording, coding: { codec }, chapters: chaptersOf(trace, stretch), tags: { title, stamp: '' }, ...(captions && { captions }) });
}

async function onePicture(picture: FilmPicture, at: Extract<StudioWork, { readonly kind: 'picture' }>['at'], { signal, onProgress }: Making): Promise<Uint8Array<ArrayBuffer>> {
  let png = new Uint8Array();
  await recordPictures(picture, [pictureTimeAt(picture.trace, at)], async (bytes) => void (png = bytes), { signal });
  onProgress?.(1, 1);
  return png;
}

function textOf(trace: Trace, { format, steps }: Extract<StudioWork, { readonly kind: 'text' }>): string {
  if (format === 'markdown') return transcriptOf(trace);
  const stretch = stretchOf(trace, steps);
  return format === 'chapters' ? chaptersFile(trace, stretch) : captionsOf(trace, format, stretch);
}

async function noDeck(): Promise<never> {
  throw new Error('A PowerPoint file is made in a worker, and this page has none.');
}

/** Writes a file that is made as a whole. */
async function writeAll(file: WritableStream<FilmChunk>, make: () => Promise<Uint8Array>): Promise<void> {
  const writer = file.getWriter();
  try {
    await writer.write({ type: 'write', position: 0, data: Uint8Array.from(await make()) });
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}
