import { basename, extname } from 'node:path';
import type { StepMark, Trace } from '../compile/trace.ts';
import { captionsOf } from '../export/captions.ts';
import type { FilmRange } from '../recorder/frame-plan.ts';
import { withoutEnding, type Bench } from './record-bench.ts';
import type { RecordJob, SideFile } from './record-job.ts';

/** A step in the list that is written beside its clips; times are seconds of the story. */
interface SplitStep {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly say: string;
  readonly start: number;
  readonly duration: number;
  readonly clip: string;
  readonly poster: string;
  readonly captions: string;
}

/** A clip, a poster and a caption file for each step that a range shows, and a list of them as `<name>.steps.json`. */
export function splitSteps(bench: Bench, trace: Trace, range: FilmRange, out: string): RecordJob[] {
  const steps = trace.steps.filter(({ start, end }) => end > range.from && start < range.to && end > start);
  const width = String(trace.steps.length).length;
  const list: SplitStep[] = [];
  const jobs = steps.flatMap((step) => {
    const name = `${withoutEnding(out)}-${String(step.number).padStart(width, '0')}-${step.id.replaceAll('/', '-')}`;
    const stretch: FilmRange = { ...range, from: Math.max(step.start, range.from), to: Math.min(step.end, range.to) };
    const clip = bench.clip(stretch, `${name}${extname(out)}`);
    const captions: SideFile = { path: `${name}.vtt`, text: captionsOf(trace, 'vtt', stretch) };
    list.push(listed(step, stretch, basename(name), extname(out)));
    return [{ ...clip, beside: [captions] }, bench.job({ kind: 'picture', at: { still: step.index } }, `${name}.png`)];
  });
  const [first, ...others] = jobs;
  const all: SideFile = { path: `${withoutEnding(out)}.steps.json`, text: `${JSON.stringify(list, null, 2)}\n` };
  return first ? [{ ...first, beside: [...first.beside, all] }, ...others] : [];
}

function listed({ id, number, title, say }: StepMark, { from, to, rate }: FilmRange, name: string, ending: string): SplitStep {
  return { id, number, title, say, start: from, duration: (to - from) / rate, clip: `${name}${ending}`, poster: `${name}.png`, captions: `${name}.vtt` };
}
