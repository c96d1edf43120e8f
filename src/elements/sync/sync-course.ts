import { timeAt } from '../../compile/moment.ts';
import type { StepMark, Trace } from '../../compile/trace.ts';
import type { SyncState } from './sync-message.ts';

/** Seconds of a scenario at its usual speed: less than this nobody sees, more than this is not made up for but jumped. */
const SEEN = 0.02;
const JUMPED = 0.6;
/** A player that is ahead of or behind the one that leads goes so much slower or faster until it is not. */
const EASE = 0.2;
/** How much faster or slower a step is told where its narration is longer or shorter. */
const STRETCH = { least: 0.4, most: 2.5 };

/** Where a player stands. */
export interface Standing {
  /** Seconds. */
  readonly time: number;
  readonly paused: boolean;
}

/** What a player that follows has to do to be where another one is. Times are seconds of its own. */
export type Correction =
  | { readonly type: 'nothing' }
  | { readonly type: 'ease'; readonly by: number }
  | { readonly type: 'go'; readonly time: number };

/** What is to be done about the time that two players are apart, where both do the same. */
export function correctionOf(trace: Trace, { time, paused }: Standing, state: SyncState): Correction {
  const target = timeAt(trace, state.moment);
  const behind = target - time;
  const isNear = Math.abs(behind) <= JUMPED * state.rate;
  if (Math.abs(behind) <= SEEN) return { type: 'nothing' };
  if (!isNear) return { type: 'go', time: target };
  // Both come to the end of a step by themselves, one a little before the other.
  if (state.playing === 'no') return paused || behind < 0 ? { type: 'go', time: target } : { type: 'nothing' };
  return paused ? { type: 'nothing' } : { type: 'ease', by: behind };
}

/** Stretches a follower's seconds: it tells each step as long as the leader does, and makes up for what it is ahead or behind. */
export class Course {
  /** Seconds that are still to be made up for. */
  private debt = 0;

  constructor(private readonly state: SyncState, by = 0) {
    this.debt = by;
  }

  /** The seconds of the story that count for so many seconds that have passed. */
  told(seconds: number, step: StepMark | undefined, time: number): number {
    const own = seconds * this.stretch(step, time);
    const paid = Math.sign(this.debt) * Math.min(Math.abs(this.debt), own * this.state.rate * EASE);
    this.debt -= paid;
    return own + paid / this.state.rate;
  }

  private stretch(step: StepMark | undefined, time: number): number {
    if (step?.id !== this.state.moment.step) return 1;
    const [act, hold] = this.state.lasts;
    const [own, theirs] = time < step.actEnd ? [step.actEnd - step.start, act] : [step.end - step.actEnd, hold];
    return own > 0 && theirs > 0 ? Math.min(STRETCH.most, Math.max(STRETCH.least, own / theirs)) : 1;
  }
}
