import { timeAt } from '../compile/moment.ts';
import type { StepMark, Trace } from '../compile/trace.ts';
import { textIn } from '../shared/text.ts';
import type { PictureTime } from './film-times.ts';
import type { FilmRange } from './frame-plan.ts';
import type { Outline, PictureAt, StepRange } from './studio-order.ts';

/** The steps of a run, as somebody chooses them. */
export function outlineOf({ scenario, variant, steps, duration }: Trace): Outline {
  return {
    title: textIn(scenario.title, variant.lang, scenario.languages),
    steps: steps.map(({ id, number, title, start, end }) => ({ id, number, title, start, end })),
    duration,
  };
}

/** The seconds of a story that a range of its steps takes; all of it where a step is not there. */
export function stretchOf({ steps, duration }: Trace, { from, to }: StepRange): Pick<FilmRange, 'from' | 'to'> {
  const first = steps.find(({ id }) => id === from);
  const last = steps.find(({ id }) => id === to);
  const start = first?.start ?? 0;
  return { from: start, to: Math.max(start, last?.end ?? duration) };
}

/** The instant of a moment, or the still of a step. */
export function pictureTimeAt(trace: Trace, at: PictureAt): PictureTime {
  if ('moment' in at) return { time: timeAt(trace, at.moment) };
  return { still: trace.steps.find(({ id }) => id === at.still)?.index ?? 0 };
}

/** The steps that a range shows. */
export function stepsIn(trace: Trace, range: StepRange): readonly StepMark[] {
  const { from, to } = stretchOf(trace, range);
  return trace.steps.filter(({ start, end }) => start >= from && end <= to);
}
