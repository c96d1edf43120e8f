import type { Frame, HopFrame } from '../compile/frame.ts';
import { countWhile } from '../compile/search.ts';
import type { SceneState, Trace } from '../compile/trace.ts';
import type { Stage } from '../stage/stage.ts';

/** What a stage is given to draw. */
export interface Shown {
  readonly frame: Frame;
  readonly state: SceneState;
}

/** Some looks change just before or after their instant. */
const NEAR = 1e-3;

/**
 * Whether the stage's picture of one instant is, pixel for pixel, that of a later one, so that it need not be drawn again: half of a story stands still
 * while it is read. Everything that the stage looks at is compared: records and facts, where its view stands, and of the time itself whether anything begins or
 * ends in between. Says no where it is not sure.
 */
export function looksSame(trace: Trace, stage: Pick<Stage, 'sameView'>, before: Shown, now: Shown): boolean {
  return before.state === now.state && sameRecords(before.frame, now.frame) && stage.sameView(before.frame, now.frame) && nothingHappens(trace, before.frame, now.frame);
}

function sameRecords(before: Frame, now: Frame): boolean {
  return before.step === now.step && before.still === now.still && before.emphasis === now.emphasis && before.row === now.row &&
    before.clock === now.clock && before.presence.length + now.presence.length === 0 && before.hops.length === now.hops.length &&
    before.hops.every((hop, at) => sameHop(hop, now.hops[at] as HopFrame));
}

function sameHop(before: HopFrame, now: HopFrame): boolean {
  return before === now || (before.message === now.message && before.progress === now.progress && before.head === now.head && before.label === now.label &&
    before.ring === now.ring && before.done === now.done);
}

function nothingHappens(trace: Trace, { time: before }: Frame, { time: now }: Frame): boolean {
  const times = eventTimes(trace);
  const [from, to] = [Math.min(before, now) - NEAR, Math.max(before, now) + NEAR];
  return countWhile(times, (time) => time < from) === countWhile(times, (time) => time <= to);
}

const events = new WeakMap<Trace, readonly number[]>();

/** Every instant at which something begins, ends or changes, in order. */
function eventTimes(trace: Trace): readonly number[] {
  const known = events.get(trace);
  if (known) return known;
  const { messages, spans, changes } = trace;
  const times = [...[...messages, ...spans].flatMap(({ start, end }) => [start, end]), ...changes.map(({ time }) => time)].sort((a, b) => a - b);
  events.set(trace, times);
  return times;
}
