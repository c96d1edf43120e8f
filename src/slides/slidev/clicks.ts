import type { Clicks, ClickSpan } from './parts.ts';

let made = 0;

/** The steps of one player as clicks of its slide: it has to be made before the slide is mounted. */
export class StepClicks {
  private readonly key = `hopline-${++made}`;
  private readonly span: ClickSpan | null;
  private count: number;

  /** It stands behind what is before it, and pushes back what is behind it. */
  private readonly isRelative: boolean;

  constructor(private readonly clicks: Clicks, at: string | number | boolean | undefined, count: number) {
    this.count = count;
    this.isRelative = !/^\d/.test(String(at));
    this.span = clicks.calculateSince(at, count);
    if (this.span && count > 0) clicks.register(this.key, this.span);
  }

  /** How many steps are over, the running one among them: 0 before the first, all of them after the last. */
  get state(): number {
    if (!this.span) return 0;
    return Math.min(this.count, Math.max(0, this.clicks.current - this.span.start + 1));
  }

  /** The scenario has another number of steps than was known: what stands behind it on the slide keeps its clicks, the slide gets more or fewer. */
  setCount(count: number): boolean {
    if (!this.span || count === this.count) return false;
    const { start, delta } = this.span;
    this.clicks.register(this.key, { max: start + count - 1, delta: this.isRelative ? delta - this.count + count : delta });
    this.count = count;
    return true;
  }

  remove(): void {
    this.clicks.unregister(this.key);
  }
}
