import { countdownOf, leftAt, paused, started, type Countdown } from './countdown.ts';

/** A timer by the id of its round; `all` is that of the whole discussion. */
export type TimerId = string;
export const WHOLE: TimerId = 'all';

/** What the clock needs of the page around it. */
export interface ClockWorld {
  /** Seconds since some moment; goes on while the page sleeps. */
  readonly now: () => number;
  /** Where the timers outlive a reload; may throw. */
  readonly storage: () => Storage;
}

const PAGE: ClockWorld = { now: () => Date.now() / 1000, storage: () => sessionStorage };

/**
 * The timers of a discussion: one for each round and one for the whole. One round runs at a time; with a round runs the whole, and when
 * the whole pauses, everything does.
 */
export class DiscussionClock {
  private timers: Map<TimerId, Countdown>;
  private readonly over = new Set<TimerId>();

  /** `rounds` are seconds by id. */
  constructor(
    private readonly key: string,
    rounds: readonly (readonly [TimerId, number])[],
    private readonly world: ClockWorld = PAGE,
  ) {
    const total = rounds.reduce((sum, [, seconds]) => sum + seconds, 0);
    this.timers = new Map([...rounds, [WHOLE, total] as const].map(([id, seconds]) => [id, countdownOf(seconds)]));
    this.restore();
    // What was over before the reload is no news.
    this.newlyOver();
  }

  /** Whether any timer runs. */
  get ticking(): boolean {
    return [...this.timers.values()].some(({ since }) => since !== undefined);
  }

  /** Seconds that are left; negative once it is over. */
  left(id: TimerId): number {
    return leftAt(this.timer(id), this.world.now());
  }

  /** Seconds that it starts with. */
  total(id: TimerId): number {
    return this.timer(id).total;
  }

  isRunning(id: TimerId): boolean {
    return this.timer(id).since !== undefined;
  }

  /** Whether it has not run since the last reset. */
  isFresh(id: TimerId): boolean {
    const { left, total, since } = this.timer(id);
    return since === undefined && left === total;
  }

  start(id: TimerId): void {
    const now = this.world.now();
    if (id !== WHOLE) for (const other of this.timers.keys()) if (other !== id && other !== WHOLE) this.set(other, paused(this.timer(other), now));
    this.set(id, started(this.timer(id), now));
    this.set(WHOLE, started(this.timer(WHOLE), now));
    this.keep();
  }

  pause(id: TimerId): void {
    const now = this.world.now();
    for (const one of id === WHOLE ? this.timers.keys() : [id]) this.set(one, paused(this.timer(one), now));
    this.keep();
  }

  /** Back to its beginning, standing still; the whole takes all rounds with it. */
  reset(id: TimerId): void {
    for (const one of id === WHOLE ? this.timers.keys() : [id]) {
      this.set(one, countdownOf(this.timer(one).total));
      this.over.delete(one);
    }
    this.keep();
  }

  /** The timers that have run out since the last call. */
  newlyOver(): TimerId[] {
    const found = [...this.timers.keys()].filter((id) => !this.over.has(id) && this.left(id) <= 0);
    for (const id of found) this.over.add(id);
    return found;
  }

  private timer(id: TimerId): Countdown {
    return this.timers.get(id) ?? countdownOf(0);
  }

  private set(id: TimerId, timer: Countdown): void {
    this.timers.set(id, timer);
  }

  private keep(): void {
    const used = [...this.timers].filter(([id]) => !this.isFresh(id)).map(([id, { left, since }]) => [id, { left, since }]);
    try {
      this.world.storage().setItem(this.key, JSON.stringify(Object.fromEntries(used)));
    } catch {
      // Where the browser keeps nothing, the timers last as long as the page.
    }
  }

  private restore(): void {
    let kept: unknown;
    try {
      kept = JSON.parse(this.world.storage().getItem(this.key) ?? '{}');
    } catch {
      return;
    }
    for (const [id, { total }] of this.timers) {
      const { left, since } = ((kept as Record<string, unknown> | null)?.[id] ?? {}) as { left?: unknown; since?: unknown };
      if (typeof left !== 'number' || !(left <= total)) continue;
      this.set(id, { total, left, ...(typeof since === 'number' && { since }) });
    }
  }
}
