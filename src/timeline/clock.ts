/** What makes a playback move: it tells the seconds that passed since the last tick. */
export interface Clock {
  /** Ticks until `stop`; starting a running clock replaces its listener. */
  start(tick: (seconds: number) => void): void;
  stop(): void;
}

/** A clock that is moved by hand: for tests, and for hosts that decide on each frame themselves. */
export class ManualClock implements Clock {
  private listener: ((seconds: number) => void) | undefined;

  get running(): boolean {
    return this.listener !== undefined;
  }

  start(tick: (seconds: number) => void): void {
    this.listener = tick;
  }

  stop(): void {
    this.listener = undefined;
  }

  /** Lets seconds pass; nothing happens while it is stopped. */
  advance(seconds: number): void {
    this.listener?.(seconds);
  }
}
