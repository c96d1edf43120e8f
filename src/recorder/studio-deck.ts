import type { StepMark } from '../compile/trace.ts';
import { deckFile, slideOf, type DeckSlide } from '../export/deck.ts';
import { THEMES } from '../look/tokens.ts';
import { FilmPicture } from './film-picture.ts';
import { planFrames, type FramePlan } from './frame-plan.ts';
import { MemoryFile } from './memory-file.ts';
import { recordFilm } from './record-film.ts';
import { recordPictures } from './record-pictures.ts';
import { outlineOf, stepsIn } from './studio-story.ts';
import type { Making, OrderOf } from './studio-work.ts';

/** The bytes of a PowerPoint file: a slide for each step of a range, with its poster, its narration as notes, and its clip where clips are wanted. */
export async function makeDeck({ story: { scenario, variant }, settings, work }: OrderOf<'deck'>, { signal, breathe, onProgress }: Making): Promise<Uint8Array> {
  const picture = await FilmPicture.create(scenario, variant, settings);
  try {
    const { trace } = picture;
    const steps = stepsIn(trace, work.steps);
    const plans = steps.map(({ start, end }) => planFrames({ from: start, to: end, fps: work.fps, rate: 1 }));
    const all = steps.length + (work.clips ? plans.reduce((sum, { frames }) => sum + frames, 0) : 0);
    let done = 0;
    const count = (): void => onProgress?.(++done, all);
    const slides: DeckSlide[] = [];
    for (const [at, step] of steps.entries()) {
      const poster = await posterOf(picture, step, signal);
      count();
      const clip = work.clips && step.end > step.start ? await clipOf(picture, plans[at] as FramePlan, { signal, breathe, onProgress: count }) : undefined;
      await breathe();
      slides.push(slideOf(trace, step, poster, clip));
    }
    const { width, height } = settings;
    return await deckFile({ title: outlineOf(trace).title, width, height, background: THEMES[settings.theme].page.slice(1), slides });
  } finally {
    picture.dispose();
  }
}

async function posterOf(picture: FilmPicture, { index }: StepMark, signal: AbortSignal): Promise<Uint8Array> {
  let poster = new Uint8Array();
  await recordPictures(picture, [{ still: index }], async (png) => void (poster = png), { signal });
  return poster;
}

/** In H.264: PowerPoint plays nothing else everywhere. */
async function clipOf(picture: FilmPicture, plan: FramePlan, { signal, breathe, onProgress }: Making): Promise<Uint8Array> {
  const file = new MemoryFile();
  await recordFilm(picture, plan, 'mp4', file.stream, { signal, breathe, onProgress: (frames) => onProgress?.(frames, plan.frames) });
  return file.bytes();
}
