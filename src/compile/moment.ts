import type { Scenario, Step } from '../scenario/model.ts';
import { stepAt } from './search.ts';
import type { Moment, StepMark, Trace } from './trace.ts';

/**
 * Where a moment stands in the story as a whole, whatever the level: top-level step 2, a third through, is 2.333. Each step has a stretch
 * of its parent's, all children equally much; of a step that is played the first half is the act, the second half the hold. Both
 * directions go through it, which is why moments are kept in order and come back to where they were.
 */
type StoryPoint = number;

interface Stretch {
  readonly from: StoryPoint;
  readonly to: StoryPoint;
}

/** Points nearer to a step's start than this share of it are that start: what rounding leaves of a boundary. */
const SNAP = 1e-8;
/** Seconds before a step's end that are still its own, wherever a step is stopped in. */
const INSTANT = 1e-5;
/** Where holds are switched off, the last seconds of an act stand for the hold: so a moment keeps its part and its place. */
const SLIVER = 0.01;

const stretches = new WeakMap<Scenario, ReadonlyMap<string, Stretch>>();

/** The moment at a time in seconds, held within the trace. */
export function momentAt(trace: Trace, time: number): Moment {
  const now = Math.min(Math.max(0, time), trace.duration);
  const step = trace.steps[stepAt(trace, now)];
  if (!step) return { step: '', part: 'act', fraction: 0 };
  const held = holdStart(step);
  if (now < held) return { step: step.id, part: 'act', fraction: (now - step.start) / (held - step.start) };
  return { step: step.id, part: 'hold', fraction: Math.min(1, (now - held) / (step.end - held)) };
}

/**
 * The time of a moment in seconds. A step that is not played at this level is found through its place in the story: in the ancestor that
 * stands for it, or in the child at that proportion. A step that the scenario does not have is its nearest known ancestor's start,
 * the story's start where there is none.
 */
export function timeAt(trace: Trace, moment: Moment): number {
  const played = trace.steps.find(({ id }) => id === moment.step);
  if (played) return within(trace, played, halves(moment));
  const point = pointOf(trace.scenario, moment);
  const index = stepAtPoint(trace, point);
  const step = trace.steps[index];
  if (!step) return 0;
  const { from, to } = stretchOf(trace.scenario, step.id);
  return within(trace, step, Math.max(0, (point - from) / (to - from)));
}

/** The last instant in seconds that is still a step's own: where playing exactly one step stops. */
export function lastInstant(trace: Trace, step: StepMark): number {
  return step.index === trace.steps.length - 1 ? step.end : step.end - INSTANT;
}

/** Time at a share (0–1) of a step, act and hold half each; never in the next step. */
function within(trace: Trace, step: StepMark, share: number): number {
  const { start, end } = step;
  const held = holdStart(step);
  const time = share < 0.5 ? start + share * 2 * (held - start) : held + Math.min(1, share * 2 - 1) * (end - held);
  return Math.min(time, lastInstant(trace, step));
}

function holdStart({ actEnd, end }: StepMark): number {
  return end > actEnd ? actEnd : end - SLIVER;
}

/** The share of its step: an act fills the first half, a hold the second. */
function halves({ part, fraction }: Moment): number {
  const share = Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0;
  return part === 'act' ? share / 2 : 0.5 + share / 2;
}

function pointOf(scenario: Scenario, moment: Moment): StoryPoint {
  const own = stretchesOf(scenario).get(moment.step);
  if (own) return own.from + Math.min(halves(moment), 1 - 2 * SNAP) * (own.to - own.from);
  const ancestor = moment.step.split('/').map((_, i, parts) => parts.slice(0, parts.length - 1 - i).join('/'))
    .find((id) => stretchesOf(scenario).has(id));
  return ancestor === undefined ? 0 : stretchOf(scenario, ancestor).from;
}

function stepAtPoint(trace: Trace, point: StoryPoint): number {
  let found = 0;
  for (const [index, step] of trace.steps.entries()) {
    const { from, to } = stretchOf(trace.scenario, step.id);
    if (from - SNAP * (to - from) > point) break;
    found = index;
  }
  return found;
}

function stretchOf(scenario: Scenario, id: string): Stretch {
  return stretchesOf(scenario).get(id) ?? { from: 0, to: 1 };
}

function stretchesOf(scenario: Scenario): ReadonlyMap<string, Stretch> {
  const known = stretches.get(scenario);
  if (known) return known;
  const made = new Map<string, Stretch>();
  const divide = (steps: readonly Step[], from: number, each: number): void => {
    for (const [index, step] of steps.entries()) {
      const start = from + index * each;
      made.set(step.id, { from: start, to: start + each });
      if (step.deeper) divide(step.deeper.steps, start, each / step.deeper.steps.length);
    }
  };
  divide(scenario.steps, 0, 1);
  stretches.set(scenario, made);
  return made;
}
