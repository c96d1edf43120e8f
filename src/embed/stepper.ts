import type { HoplinePlayer } from '../elements/hopline-player.ts';

/** Seconds: a step stops so near to the end of its actions. */
const SAME = 0.01;

/**
 * Next and previous as a remote has them: n steps are n + 1 states, and each press leads to the state after or before, however quick the presses are. What
 * is still running when the next press comes is finished at once. In a story that simply plays, they go to the step after or before, and it plays on.
 */
export class Stepper {
  /** A single step is running that a press has started. */
  private stepping = false;

  constructor(private readonly player: HoplinePlayer) {
    player.addEventListener('pause', () => (this.stepping = !player.paused && this.stepping));
    player.addEventListener('emptied', () => (this.stepping = false));
  }

  /** Plays one step more. */
  next(): void {
    const { player } = this;
    const ran = !player.paused;
    player.next();
    const finished = ran && player.paused;
    // That press has only finished the step that was running.
    if (finished && !player.ended) player.next();
    if (!ran || finished) this.stepping = !player.paused;
  }

  /** Takes one step back. */
  previous(): void {
    const { player } = this;
    const step = player.currentStep;
    const told = this.stepping || (player.paused && !player.ended && step !== undefined && player.currentTime > step.start && player.currentTime >= step.actEnd - SAME);
    if (!told || !step) return player.previous();
    this.stepping = false;
    player.pause();
    player.goToStep(step.index);
  }

  /** From now on the story simply plays. */
  free(): void {
    this.stepping = false;
  }
}
