import { KEY_INTERVAL } from './film-codec.ts';
import { FilmPicture } from './film-picture.ts';
import { planFrames, type FramePlan } from './frame-plan.ts';
import { recordPictures } from './record-pictures.ts';
import type { FilmChunk } from './record-film.ts';
import type { Estimate, StudioOrder } from './studio-order.ts';
import { stepsIn, stretchOf } from './studio-story.ts';
import { makePlaying, makeWork, type Making, type PlayingWork } from './studio-work.ts';

/** Places of the story from which pictures are taken, evenly, and how many are taken one after the other at each: some, and then some more. */
const PLACES = 5;
const PLACES_OF_LARGE = 3;
const SOME = 8;
const MORE = 12;
/** Pixels from which a picture is large. */
const LARGE = 2_500_000;

/** What part of something weighs and takes, in bytes and seconds. */
interface Cost {
  readonly bytes: number;
  readonly seconds: number;
}

/** What a file will weigh and take, from making a small part of it; of what is quickly made, all of it. */
export async function estimateWork(order: StudioOrder, signal: AbortSignal, breathe: () => Promise<void>): Promise<Estimate> {
  const making: Making = { signal, breathe };
  const { story: { scenario, variant }, settings, work } = order;
  if (work.kind === 'text' || work.kind === 'picture') {
    const cost = await costOf((file) => makeWork(order, file, making));
    return { ...cost, frames: work.kind === 'picture' ? 1 : 0, duration: 0 };
  }
  const picture = await FilmPicture.create(scenario, variant, settings);
  try {
    const plan = planFrames({ ...stretchOf(picture.trace, work.steps), fps: work.fps, rate: 1 });
    if (work.kind !== 'deck') return { ...(await playingCost(picture, work, plan, making)), frames: plan.frames, duration: plan.duration };
    const steps = stepsIn(picture.trace, work.steps).length;
    const poster = await posterCost(picture, signal);
    const clip: Cost = work.clips ? await playingCost(picture, { ...work, kind: 'film', film: { format: 'mp4', codec: 'h264' }, embed: false }, plan, making) : { bytes: 0, seconds: 0 };
    return { bytes: clip.bytes + steps * poster.bytes, seconds: clip.seconds + steps * poster.seconds, frames: steps + (work.clips ? plan.frames : 0), duration: 0 };
  } finally {
    picture.dispose();
  }
}

/**
 * Records one picture, then a few in a row from some places, then a few more: by how much the last one is more, the pictures that follow another one weigh.
 * Those right behind a leap weigh more than others, as an encoder makes a new picture better and better. What is short is recorded as a whole.
 */
async function playingCost(picture: FilmPicture, work: PlayingWork, plan: FramePlan, making: Making): Promise<Cost> {
  const record = (frames: FramePlan): Promise<Cost> => costOf((file) => makePlaying(picture, work, frames, file, making));
  const places = picture.canvas.width * picture.canvas.height > LARGE ? PLACES_OF_LARGE : PLACES;
  if (plan.frames <= places * MORE) return record(plan);
  const first = await record(taken(plan, 1, 1));
  const some = await record(taken(plan, places, SOME));
  const pace = new Pace(MORE);
  const more = await costOf((file) => makePlaying(picture, work, taken(plan, places, MORE), file, { ...making, onProgress: pace.hear }));
  const bytes = Math.max(0, more.bytes - some.bytes) / (places * (MORE - SOME));
  const seconds = work.kind === 'moving' ? pace.seconds : more.seconds / (places * MORE);
  const keys = work.kind === 'film' ? Math.floor(plan.duration / KEY_INTERVAL) : 0;
  return { bytes: first.bytes + plan.frames * bytes + keys * Math.max(0, first.bytes - bytes), seconds: first.seconds + plan.frames * seconds };
}

/** How long a picture takes that follows another one; leaps in a story take longer. */
class Pace {
  private last = 0;
  private sum = 0;
  private count = 0;

  constructor(private readonly run: number) {}

  readonly hear = (done: number): void => {
    const now = performance.now();
    if ((done - 1) % this.run > 0) {
      this.sum += now - this.last;
      this.count++;
    }
    this.last = now;
  };

  get seconds(): number {
    return this.sum / Math.max(1, this.count) / 1000;
  }
}

/** A plan of some pictures of another plan: rows of them from places that are evenly apart. */
function taken(plan: FramePlan, places: number, run: number): FramePlan {
  const start = (place: number): number => Math.min(plan.frames - run, Math.floor(((place + 0.5) * plan.frames) / places));
  return {
    frames: places * run,
    fps: plan.fps,
    duration: (places * run) / plan.fps,
    storyTime: (frame) => plan.storyTime(start(Math.floor(frame / run)) + (frame % run)),
  };
}

async function posterCost(picture: FilmPicture, signal: AbortSignal): Promise<Cost> {
  const begun = performance.now();
  let bytes = 0;
  const still = Math.floor(picture.trace.steps.length / 2);
  await recordPictures(picture, [{ still }], async ({ length }) => void (bytes = length), { signal });
  return { bytes, seconds: (performance.now() - begun) / 1000 };
}

async function costOf(make: (file: WritableStream<FilmChunk>) => Promise<void>): Promise<Cost> {
  const begun = performance.now();
  let bytes = 0;
  await make(new WritableStream({ write: ({ data, position }) => void (bytes = Math.max(bytes, position + data.length)) }));
  return { bytes, seconds: (performance.now() - begun) / 1000 };
}
