import type { Trace } from '../compile/trace.ts';
import { filmTime, pictureTime } from '../recorder/film-times.ts';
import type { FilmRange } from '../recorder/frame-plan.ts';
import { Bench } from './record-bench.ts';
import type { RecordJob } from './record-job.ts';
import { readOptions, type RecordSettings } from './record-options.ts';
import type { RecordOrder, RecordWork } from './record-order.ts';
import type { Product } from './record-products.ts';
import { splitSteps } from './record-split.ts';
import { readStory, type Story } from './record-story.ts';
import { UsageError } from './terminal.ts';

/** Stories by what they were read from and for: products that differ in their look alone tell the same one. */
export type StoryMemory = Map<string, Promise<Story>>;

/** What to make for a product: one thing, or a clip and a poster of each step. Throws with all that is wrong in its scenario, or in what was asked for. */
export async function jobsFor(
  { file, options, out }: Product, cwd: string, version: string, prints: RecordOrder['prints'], stories: StoryMemory = new Map(),
): Promise<RecordJob[]> {
  const settings = readOptions(options, out);
  const story = await remembered(stories, JSON.stringify([file, options.lang, options.level, options.path]), () => readStory(file, options, cwd));
  const bench = new Bench(story, settings, version, prints);
  const work = workOf(story.trace, settings, options);
  return settings.split && work.kind !== 'picture' ? splitSteps(bench, story.trace, work.range, out) : [bench.job(work, out)];
}

function remembered(stories: StoryMemory, key: string, read: () => Promise<Story>): Promise<Story> {
  const story = stories.get(key) ?? read();
  stories.set(key, story);
  return story;
}

function workOf(trace: Trace, { kind, fps, rate }: RecordSettings, { at, from, to }: Product['options']): RecordWork {
  try {
    if (kind.kind === 'picture') return { kind: 'picture', at: pictureTime(trace, at ?? '0') };
    const begin = from === undefined ? 0 : filmTime(trace, from, 'from');
    const end = to === undefined ? trace.duration : filmTime(trace, to, 'to');
    const range: FilmRange = { from: begin, to: end, fps, rate };
    if (range.to > range.from) return { ...kind, range };
    throw new RangeError(`There is nothing between ${range.from.toFixed(2)} s and ${range.to.toFixed(2)} s; the story lasts ${trace.duration.toFixed(2)} s.`);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}
