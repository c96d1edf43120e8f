import type { Frame, HopFrame } from '../compile/frame.ts';
import { countWhile, stepAt } from '../compile/search.ts';
import type { Message, StepMark, Trace } from '../compile/trace.ts';
import { planStep, type StepPlan, planWindow } from './plan.ts';
import { settledHop, TimelineWindow } from './window.ts';

/** Windows that stay built: the current one and its neighbours while scrubbing. */
const KEPT = 6;
const INSTANT = 1e-6;

/**
 * Frames of a trace, for any time in any order: the same time always gives an equal frame. Each call returns a new frame; the hops
 * in it that no longer move are shared between frames and are not to be written to. `dispose` when done.
 */
export class FrameSource {
  private readonly windows = new Map<number, TimelineWindow>();
  private readonly plans = new Map<StepMark, StepPlan>();
  private readonly settled: (HopFrame | undefined)[] = [];
  private disposed = false;

  constructor(readonly trace: Trace) {}

  /** The frame at a time in seconds, held within the trace. */
  at(time: number): Frame {
    const now = Math.min(Math.max(0, Number.isNaN(time) ? 0 : time), this.trace.duration);
    const step = this.trace.steps[stepAt(this.trace, now)];
    if (!step) return { ...BLANK, time: now };
    const window = this.windowAt(step, now);
    window.seek(now);
    const clock = window.clockAt(now);
    return {
      time: now,
      step: step.index,
      ...place(step, now),
      hops: this.hopsAt(step, window, now),
      presence: window.presenceAt(now),
      emphasis: window.emphasis,
      camera: window.camera,
      ...(clock !== undefined && { clock }),
      row: window.row,
      still: false,
    };
  }

  /** A step told in one picture: all of its hops with label and number; `stateAt(trace, frame.time)` is the state at its end. */
  still(stepIndex: number): Frame {
    const { steps, messages, duration } = this.trace;
    const step = steps[Math.min(Math.max(0, stepIndex), steps.length - 1)];
    if (!step) return { ...BLANK, time: duration, still: true };
    // Without a hold the act's end is already the next step's start.
    const time = step.end > step.actEnd ? step.actEnd : step.actEnd - INSTANT;
    return {
      time, step: step.index, part: 'act', fraction: 1,
      hops: messages.slice(step.first, step.last).map((message) => settledHop(message, 1)),
      presence: [], emphasis: 1, camera: 1, row: Math.max(0, step.last - 1), still: true,
    };
  }

  /** Frees every timeline; asking for frames afterwards is a mistake. */
  dispose(): void {
    this.disposed = true;
    for (const window of this.windows.values()) window.dispose();
    this.windows.clear();
  }

  private hopsAt(step: StepMark, window: TimelineWindow, time: number): HopFrame[] {
    const { messages } = this.trace;
    const begun = countWhile(messages, (message) => message.start <= time, step.first, step.last);
    const hops: HopFrame[] = [];
    for (let index = step.first; index < begun; index++) hops.push(window.hop(index, time) ?? this.rest(index));
    return hops;
  }

  private rest(index: number): HopFrame {
    return (this.settled[index] ??= Object.freeze(settledHop(this.trace.messages[index] as Message)));
  }

  private windowAt(step: StepMark, time: number): TimelineWindow {
    if (this.disposed) throw new Error('This FrameSource has been disposed of.');
    let plan = this.plans.get(step);
    if (!plan) this.plans.set(step, (plan = planStep(this.trace, step)));
    const index = countWhile(plan.starts, (start) => start <= time) - 1;
    const key = plan.starts[index] as number;
    const known = this.windows.get(key);
    const window = known ?? new TimelineWindow(planWindow(this.trace, plan, index));
    this.windows.delete(key);
    this.windows.set(key, window);
    if (this.windows.size > KEPT) this.evictOldest();
    return window;
  }

  private evictOldest(): void {
    const [oldest] = this.windows;
    if (!oldest) return;
    oldest[1].dispose();
    this.windows.delete(oldest[0]);
  }
}

const BLANK: Omit<Frame, 'time'> = {
  step: 0, part: 'act', fraction: 0, hops: [], presence: [], emphasis: 1, camera: 1, row: 0, still: false,
};

function place(step: StepMark, time: number): Pick<Frame, 'part' | 'fraction'> {
  if (time < step.actEnd) return { part: 'act', fraction: (time - step.start) / (step.actEnd - step.start) };
  const hold = step.end - step.actEnd;
  if (hold <= 0) return { part: 'act', fraction: 1 };
  return { part: 'hold', fraction: Math.min(1, (time - step.actEnd) / hold) };
}
