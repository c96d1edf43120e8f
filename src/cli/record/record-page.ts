import { canEncode } from '../../recorder/film-codec.ts';
import { FilmPicture } from '../../recorder/film-picture.ts';
import { openSound, type FilmSound } from '../../recorder/film-sound.ts';
import type { PictureTime } from '../../recorder/film-times.ts';
import { FramePrinter } from '../../recorder/frame-prints.ts';
import { planFrames, type FramePlan } from '../../recorder/frame-plan.ts';
import { recordFilm, type FilmChunk, type Recording } from '../../recorder/record-film.ts';
import { recordMoving } from '../../recorder/record-moving.ts';
import { recordPictures } from '../../recorder/record-pictures.ts';
import { recordRaw } from '../../recorder/record-raw.ts';
import { codecOf, type RecordHost, type RecordOrder, type RecordResult, type RecordWork } from '../record-order.ts';
import { allowOwnWorkers } from './own-workers.ts';
import { Postbox } from './postbox.ts';
import { storyOf } from './story-of.ts';

declare global {
  interface Window extends RecordHost {
    hoplineRecord(order: RecordOrder): Promise<RecordResult>;
  }
}

/** Between two reports of how far it is: each one passes between two processes. */
const REPORT_EVERY_MS = 100;

// Bytes leave by a worker, and films keep transparency by one of mediabunny's.
allowOwnWorkers();
const postbox = new Postbox();

window.hoplineRecord = async (order) => {
  const { variant, settings, work, tags, captions, chapters, coding, prints } = order;
  const scenario = await storyOf(order);
  if (!(await encodes(order))) return { outcome: 'no-encoder' };
  const sound = await soundOf(order);
  if (sound === 'unfit') return { outcome: 'no-sound' };
  const picture = await FilmPicture.create(scenario, variant, settings);
  const times = work.kind === 'picture' ? [work.at] : [...instants(planFrames(work.range))];
  const printer = prints === 'none' ? undefined : new FramePrinter(picture, times.length);
  const recording: Recording = {
    tags, ...(captions && { captions }), ...(chapters && { chapters }), ...(coding && { coding }), ...(sound && { sound }), onProgress: reporter(),
    ...(printer && { onDrawn: printer.take }),
  };
  try {
    if (prints === 'alone') await drawAll(picture, times, recording);
    else await recordWork(picture, work, times, recording);
  } finally {
    picture.dispose();
  }
  const fonts = [...new Set([...document.fonts].filter(({ status }) => status === 'loaded').map(({ family, weight }) => `${family} ${weight}`))].sort();
  return { outcome: 'done', fonts, ...(printer && { prints: printer.prints }) };
};

/** A film that is only to be looked at needs no encoder. */
async function encodes(order: RecordOrder): Promise<boolean> {
  const { work, settings, coding, prints, without } = order;
  if (work.kind !== 'film' || prints === 'alone') return true;
  if (without?.includes(codecOf(order) ?? '')) return false;
  return canEncode(work.format, { ...settings, ...coding, fps: work.range.fps });
}

async function soundOf({ work, sound, without, prints }: RecordOrder): Promise<FilmSound | 'unfit' | undefined> {
  if (work.kind !== 'film' || sound === undefined || prints === 'alone') return undefined;
  const file = await (await fetch(sound)).blob();
  return (await openSound(file, work.format, planFrames(work.range).duration, !without?.includes('sound'))) ?? 'unfit';
}

async function recordWork(picture: FilmPicture, work: RecordWork, times: readonly PictureTime[], recording: Recording): Promise<void> {
  if (work.kind === 'film') return recordFilm(picture, planFrames(work.range), work.format, hostFile(), recording);
  if (work.kind === 'raw') return recordRaw(picture, planFrames(work.range), sendPatch, recording);
  if (work.kind === 'moving') return recordMoving(picture, planFrames(work.range), work.format, hostFile(), { ...recording, ...(work.colours && { colours: work.colours }) });
  return recordPictures(picture, times, (png, index) => postbox.post(`./picture?at=${index}`, png), recording);
}

/** Draws without keeping anything; the page may answer in between. */
async function drawAll(picture: FilmPicture, times: readonly PictureTime[], { onDrawn, onProgress }: Recording): Promise<void> {
  for (const [frame, time] of times.entries()) {
    picture.draw(time);
    onDrawn?.(frame);
    onProgress?.(frame + 1);
    if (frame % 10 === 9) await new Promise((next) => setTimeout(next));
  }
}

function* instants(plan: FramePlan): Generator<PictureTime> {
  for (let frame = 0; frame < plan.frames; frame++) yield { time: plan.storyTime(frame) };
}

/** The file stands on the side of the command line; each write waits until it is done there. */
function hostFile(): WritableStream<FilmChunk> {
  return new WritableStream({ write: ({ data, position }) => postbox.post(`./write?at=${position}`, data) });
}

function sendPatch(patch: Uint32Array<ArrayBuffer>): Promise<void> {
  return postbox.post('./frame', patch);
}

function reporter(): (frames: number) => void {
  let next = 0;
  return (frames) => {
    const now = performance.now();
    if (now < next) return;
    next = now + REPORT_EVERY_MS;
    void window.hoplineProgress(frames);
  };
}
