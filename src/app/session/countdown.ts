/** A timer as a value: what is left follows from the time on the clock, so that it is right again after the page was asleep. Seconds. */
export interface Countdown {
  /** What it starts with. */
  readonly total: number;
  /** What was left when it last stood still. */
  readonly left: number;
  /** The time on the clock when it began to run; undefined while it stands still. */
  readonly since?: number;
}

/** A timer that has not run yet. */
export function countdownOf(total: number): Countdown {
  return { total, left: total };
}

/** What is left at a time on the clock; negative once it is over. */
export function leftAt({ left, since }: Countdown, now: number): number {
  // A clock that was set back must not give time back.
  return since === undefined ? left : left - Math.max(0, now - since);
}

/** The timer, running; one that runs already stays as it is. */
export function started(timer: Countdown, now: number): Countdown {
  return timer.since === undefined ? { ...timer, since: now } : timer;
}

/** The timer, standing still. */
export function paused(timer: Countdown, now: number): Countdown {
  return { total: timer.total, left: leftAt(timer, now) };
}

/** What is left, as `3:05`, or `+0:12` once it is over. A second counts until it is spent. */
export function clockText(left: number): string {
  const seconds = left >= 0 ? Math.ceil(left) : Math.floor(-left);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return left < 0 ? `+${text}` : text;
}
