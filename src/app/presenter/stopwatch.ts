import { countdownOf, leftAt, paused, started, type Countdown } from '../session/countdown.ts';

/** Seconds since some moment; goes on while the page sleeps. */
export type Now = () => number;

const KEY = 'hopline-stopwatch-';

/** Counts the time since a talk began, over reloads of its window too: a countdown that starts with nothing left. */
export class Stopwatch {
  private timer: Countdown = countdownOf(0);

  /** Runs from the start, unless the window was reloaded: then it is what it was. */
  constructor(
    private readonly id: string,
    private readonly now: Now = () => Date.now() / 1000,
    private readonly storage: () => Storage = () => sessionStorage,
  ) {
    this.timer = this.kept() ?? started(this.timer, this.now());
    this.keep();
  }

  /** Seconds. */
  get elapsed(): number {
    return Math.max(0, -leftAt(this.timer, this.now()));
  }

  get isRunning(): boolean {
    return this.timer.since !== undefined;
  }

  toggle(): void {
    this.timer = this.isRunning ? paused(this.timer, this.now()) : started(this.timer, this.now());
    this.keep();
  }

  /** Back to zero; it runs on if it ran. */
  reset(): void {
    const timer = countdownOf(0);
    this.timer = this.isRunning ? started(timer, this.now()) : timer;
    this.keep();
  }

  private kept(): Countdown | undefined {
    try {
      const { left, since } = (JSON.parse(this.storage().getItem(KEY + this.id) ?? '{}') ?? {}) as { left?: unknown; since?: unknown };
      return typeof left === 'number' && left <= 0 ? { total: 0, left, ...(typeof since === 'number' && { since }) } : undefined;
    } catch {
      return undefined;
    }
  }

  private keep(): void {
    try {
      this.storage().setItem(KEY + this.id, JSON.stringify({ left: this.timer.left, since: this.timer.since }));
    } catch {
      // Where the browser keeps nothing, the time lasts as long as the page.
    }
  }
}

/** Seconds as `12:05`, with hours in front where there are some: `1:02:05`. */
export function elapsedText(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(whole % 60)}`;
}
