import type { Clock } from './clock.ts';

/** A clock whose seconds may be stretched by whoever keeps two windows in step, and which knows whether it ticks right now. */
export class GuidedClock implements Clock {
  /** Turns the seconds that have passed into those that are told; undefined: they are told as they are. */
  guide: ((seconds: number) => number) | undefined;
  /** A tick is on its way: what happens now happens by itself. */
  ticking = false;

  constructor(private readonly clock: Clock) {}

  start(tick: (seconds: number) => void): void {
    this.clock.start((seconds) => {
      this.ticking = true;
      try {
        tick(this.guide ? Math.max(0, this.guide(seconds)) : seconds);
      } finally {
        this.ticking = false;
      }
    });
  }

  stop(): void {
    this.clock.stop();
  }
}
