/** Milliseconds that a step must stay before it is told: who skips through five steps hears the last one. */
const SETTLE_MS = 250;

/** Puts one sentence at a time into a live region that stands there empty. */
export class Announcer {
  private readonly region: () => HTMLElement | null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(region: () => HTMLElement | null) {
    this.region = region;
  }

  /** Tells a text soon, instead of what was about to be told. */
  say(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const region = this.region();
      if (region) region.textContent = text;
    }, SETTLE_MS);
  }

  /** Forgets what was about to be told. */
  stop(): void {
    clearTimeout(this.timer);
  }
}
