import { timeAt } from '../compile/moment.ts';
import { stepAt } from '../compile/search.ts';
import type { StepMark, Trace } from '../compile/trace.ts';
import { durationSeconds } from '../shared/duration.ts';
import type { Step } from '../scenario/model.ts';
import { didYouMean } from '../scenario/nearest.ts';

/** One picture of a story: an instant in seconds, or the still that tells a whole step, by its index. */
export type PictureTime = { readonly time: number } | { readonly still: number };

/** A step's id, and a share of its action where one is named. */
interface Place {
  readonly step: string;
  readonly fraction: number | undefined;
}

/**
 * Seconds of where a film begins or ends, as a person writes it: `12`, `1.5s`, `store` (all of that step), `store@0.4` (within its action).
 * Throws a RangeError with words for that person where there is no such place.
 */
export function filmTime(trace: Trace, written: string, edge: 'from' | 'to'): number {
  const seconds = secondsOf(written);
  if (seconds !== undefined) return Math.min(seconds, trace.duration);
  const { step, fraction } = placeOf(trace, written);
  if (fraction !== undefined) return timeAt(trace, { step, part: 'act', fraction });
  const played = playedSteps(trace, step);
  return (edge === 'from' ? played[0]?.start : played.at(-1)?.end) ?? 0;
}

/**
 * Seconds of the part of a story that a person asks for by where it begins and ends, as `filmTime`; all of it where nothing is said.
 * Throws a RangeError with words for that person where there is no such place, or nothing in between.
 */
export function filmStretch(trace: Trace, from: string | undefined, to: string | undefined): { readonly from: number; readonly to: number } {
  const begin = from === undefined ? 0 : filmTime(trace, from, 'from');
  const end = to === undefined ? trace.duration : filmTime(trace, to, 'to');
  if (end > begin) return { from: begin, to: end };
  throw new RangeError(`There is nothing between ${begin.toFixed(2)} s and ${end.toFixed(2)} s; the story lasts ${trace.duration.toFixed(2)} s.`);
}

/** One picture as a person asks for it: as `filmTime`, but a step alone is its still. Throws a RangeError where there is no such place. */
export function pictureTime(trace: Trace, written: string): PictureTime {
  const seconds = secondsOf(written);
  if (seconds !== undefined) return { time: Math.min(seconds, trace.duration) };
  const { step, fraction } = placeOf(trace, written);
  if (fraction !== undefined) return { time: timeAt(trace, { step, part: 'act', fraction }) };
  return { still: playedSteps(trace, step).at(-1)?.index ?? 0 };
}

function secondsOf(written: string): number | undefined {
  return durationSeconds(/^\d+(\.\d+)?$/.test(written) ? Number(written) : written);
}

function placeOf(trace: Trace, written: string): Place {
  const [, step = '', share] = /^(.*?)(?:@([\d.]+))?$/.exec(written) ?? [];
  const ids = trace.scenario.steps.flatMap(idsOf);
  const fraction = share === undefined ? undefined : Number(share);
  if (fraction !== undefined && !(fraction >= 0 && fraction <= 1)) throw new RangeError(`"${written}" asks for a share that is not between 0 and 1.`);
  if (ids.includes(step)) return { step, fraction };
  const hint = didYouMean(step, ids) ?? `Its steps are ${trace.scenario.steps.map(({ id }) => id).join(', ')}.`;
  throw new RangeError(`"${written}" is neither a time such as 12s nor a step of this scenario. ${hint}`);
}

function idsOf(step: Step): string[] {
  return [step.id, ...(step.deeper?.steps.flatMap(idsOf) ?? [])];
}

/** The steps that tell a step at the trace's level: itself, those inside it, or the one that it is told in. */
function playedSteps(trace: Trace, id: string): readonly StepMark[] {
  const own = trace.steps.filter((step) => step.id === id || step.id.startsWith(`${id}/`));
  if (own.length > 0) return own;
  const around = trace.steps[stepAt(trace, timeAt(trace, { step: id, part: 'act', fraction: 0 }))];
  return around ? [around] : [];
}
