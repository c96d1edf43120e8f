import { filmTime, pictureTime } from '../recorder/film-times.ts';
import type { FilmRange } from '../recorder/frame-plan.ts';
import { textIn } from '../shared/text.ts';
import { readOptions, type RecordSettings } from './record-options.ts';
import type { RecordOrder, RecordWork } from './record-order.ts';
import type { Product } from './record-products.ts';
import { stampOf } from './record-stamp.ts';
import { readStory, type Story } from './record-story.ts';
import { UsageError } from './terminal.ts';

/** What to ask the page for, for a product; throws with all that is wrong in its scenario, or in what was asked for. */
export async function orderFor({ file, options, out }: Product, cwd: string, version: string, prints: RecordOrder['prints']): Promise<RecordOrder> {
  const settings = readOptions(options, out);
  const { file: shown, texts, trace } = await readStory(file, options, cwd);
  const { width, height, theme, view, captions } = settings;
  const order = { file: shown, texts, variant: trace.variant, settings: { width, height, theme, view, captions }, work: workOf(trace, settings, options), prints };
  const title = textIn(trace.scenario.title, trace.variant.lang, trace.scenario.languages);
  return { ...order, tags: { title, stamp: stampOf(order, version) } };
}

function workOf(trace: Story['trace'], { kind, fps, rate }: RecordSettings, { at, from, to }: Product['options']): RecordWork {
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
