import type { Trace } from '../compile/trace.ts';
import { filmStretch, pictureTime } from '../recorder/film-times.ts';
import { Bench } from './record-bench.ts';
import type { RecordJob } from './record-job.ts';
import { readOptions, type RecordSettings } from './record-options.ts';
import type { RecordOrder, RecordWork } from './record-order.ts';
import { nameOf, type Product } from './record-products.ts';
import type { Sources } from './record-sources.ts';
import { splitSteps } from './record-split.ts';
import { asUsage } from './terminal.ts';

/** What to make for a product: one thing, or a clip and a poster of each step. Throws with all that is wrong in its scenario, or in what was asked for. */
export async function jobsFor(
  { file, options, out }: Product, sources: Sources, version: string, prints: RecordOrder['prints'],
): Promise<RecordJob[]> {
  const settings = readOptions(options, out);
  const story = await sources.story(file, options);
  const sound = options.audio === undefined ? undefined : await sources.sound(nameOf(options.audio, file, options));
  const bench = new Bench({ story, settings, version, prints, sound });
  const work = workOf(story.trace, settings, options);
  return settings.split && work.kind !== 'picture' ? splitSteps(bench, story.trace, work.range, out) : [bench.job(work, out)];
}

function workOf(trace: Trace, { kind, fps, rate }: RecordSettings, { at, from, to }: Product['options']): RecordWork {
  return asUsage(() => {
    if (kind.kind === 'picture') return { kind: 'picture', at: pictureTime(trace, at ?? '0') };
    return { ...kind, range: { ...filmStretch(trace, from, to), fps, rate } };
  });
}
