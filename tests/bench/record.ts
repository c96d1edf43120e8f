import type { Browser, Page } from 'playwright';
import type { FilmFormat } from '../../src/recorder/film-codec.ts';
import type { PictureSettings } from '../../src/recorder/film-picture.ts';
import { counted, least, quantile, type Measure } from './measure.ts';
import type { encodeStill } from './pages/encoder.ts';
import { RecordRun, type RecordCost } from './record-run.ts';

declare global {
  interface Window {
    encodeStill: typeof encodeStill;
  }
}

const STORY = 'scenarios/kubernetes/pod-creation.yaml';
const VARIANT = { lang: 'ko', level: 3 };
const SPLIT: PictureSettings = { width: 1920, height: 1080, theme: 'dark', view: 'split', captions: 'burn' };
const MAP: PictureSettings = { ...SPLIT, view: 'map' };
/** Where pieces of the story are recorded, and how long each is: pieces and the encoder alone take turns, so that a machine that slows down slows both. */
const PIECES = [10, 70, 130];
const SECONDS = 15;
const STILL_FRAMES = 400;
const MINUTE = 60;
/** Of ten minutes a tenth is told in the same time: the film is longer, the story is not. */
const SLOW = 0.1;

const NAMES: Readonly<Record<FilmFormat, string>> = { mp4: 'H.264', webm: 'VP9' };

const LEAST_OF_ENCODER = 0.75;
const LEAST_TIMES = { at60: 1.4, at30: 2.8 };
const MOST_MEMORY_MB = 1500;
/** Ten minutes against one: what swings from one run to the next is allowed. */
const MOST_GROWTH = 1.15;
const MOST_GIF_SECONDS = 30;

/** What recording costs: frames a second against those of the encoder alone, against the clock, and memory; `url`: of the tests' pages. */
export async function* measureRecord(browser: Browser, url: string): AsyncGenerator<Measure> {
  const page = await browser.newPage();
  await page.goto(`${url}tests/bench/pages/encoder.html`);
  await page.waitForFunction(() => 'encodeStill' in window);
  const run = await RecordRun.open(STORY, VARIANT.lang, String(VARIANT.level));
  try {
    yield* measureSpeed('mp4', run, page, `${url}${STORY}`);
    yield* measureSpeed('webm', run, page, `${url}${STORY}`);
    await page.close();
    yield* measureLength(run);
    const gif = await run.take({ settings: { ...SPLIT, width: 960, height: 540 }, work: { kind: 'moving', format: 'gif', range: { from: 0, to: MINUTE, fps: 15, rate: 1 } } });
    yield counted('record a GIF of a minute, 960 × 540, 15 frames/s', 's', gif.seconds, MOST_GIF_SECONDS);
  } finally {
    await run.close();
  }
}

async function* measureSpeed(format: FilmFormat, run: RecordRun, page: Page, address: string): AsyncGenerator<Measure> {
  const alone: number[] = [];
  const split: RecordCost[] = [];
  const map: RecordCost[] = [];
  for (const from of PIECES) {
    const piece = { kind: 'film', format, range: { from, to: from + SECONDS, fps: 60, rate: 1 } } as const;
    const still = { address, variant: VARIANT, settings: SPLIT, time: from, format, fps: 60, frames: STILL_FRAMES };
    alone.push(await page.evaluate((order) => window.encodeStill(order), still));
    split.push(await run.take({ settings: SPLIT, work: piece }));
    map.push(await run.take({ settings: MAP, work: piece }));
  }
  const name = `record ${NAMES[format]}, 1920 × 1080, 60 frames/s`;
  const encoder = quantile(alone, 0.5);
  const judged = format === 'mp4';
  yield counted(`${name}: side by side, level 3, Korean`, 'frames/s', speed(split));
  yield counted(`${name}: map alone`, 'frames/s', speed(map));
  yield counted(`${name}: the encoder alone, a picture that does not change`, 'frames/s', encoder);
  yield least(`${name}: side by side against the encoder alone`, 'times', speed(split) / encoder, judged ? LEAST_OF_ENCODER : undefined);
  yield least(`${name}: side by side against the clock`, 'times', speed(split) / 60, judged ? LEAST_TIMES.at60 : undefined);
}

/** A minute and ten minutes at 30 frames a second: the clock, and memory. */
async function* measureLength(run: RecordRun): AsyncGenerator<Measure> {
  const name = 'record H.264, 1920 × 1080, 30 frames/s, side by side';
  const minute = await run.take({ settings: SPLIT, work: { kind: 'film', format: 'mp4', range: { from: 0, to: MINUTE, fps: 30, rate: 1 } } }, { weighed: true });
  yield least(`${name}: a minute against the clock`, 'times', speed([minute]) / 30, LEAST_TIMES.at30);
  yield counted(`${name}: memory of the browser, a minute`, 'MB', minute.memory, MOST_MEMORY_MB);
  const long = await run.take({ settings: SPLIT, work: { kind: 'film', format: 'mp4', range: { from: 0, to: MINUTE, fps: 30, rate: SLOW } } }, { weighed: true });
  yield counted(`${name}: memory of the browser, ten minutes`, 'MB', long.memory, MOST_MEMORY_MB);
  yield counted(`${name}: memory, ten minutes against one`, 'times', long.memory / minute.memory, MOST_GROWTH);
}

function speed(costs: readonly RecordCost[]): number {
  return costs.reduce((sum, { frames }) => sum + frames, 0) / costs.reduce((sum, { seconds }) => sum + seconds, 0);
}
