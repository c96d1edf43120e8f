import type { Clock } from './clock.ts';

/** A page that slept goes on where it was: longer gaps between two frames count as this many seconds. */
const LONGEST_TICK = 0.25;

/** Ticks with the screen's frames. */
export class RafClock implements Clock {
  private request = 0;
  private last: number | undefined;

  start(tick: (seconds: number) => void): void {
    this.stop();
    const frame = (milliseconds: number): void => {
      this.request = requestAnimationFrame(frame);
      const passed = this.last === undefined ? 0 : (milliseconds - this.last) / 1000;
      this.last = milliseconds;
      tick(Math.min(LONGEST_TICK, Math.max(0, passed)));
    };
    this.request = requestAnimationFrame(frame);
  }

  stop(): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
    this.last = undefined;
  }
}
