import type { HoplinePlayer } from '../elements/hopline-player.ts';

/** How the deck stands when a player is told where it is. */
export interface Place {
  /** How many steps are over, the running one among them: 0 is the picture before the first one. */
  readonly state: number;
  /** The player's slide is the current one and the deck is really being shown: it may move. */
  readonly active: boolean;
  /** This is no press but the arrival at a slide, a link, a way back: nothing is played on the way. */
  readonly jump: boolean;
}

/**
 * Takes one player to where the deck's fragments or clicks say it is. State 0 is the picture before the first step, state n the end of step n.
 * One state further is played, anything else is gone to at once; whatever was running is over then.
 */
export class StepFollower {
  private state: number | undefined;
  private trace: HoplinePlayer['trace'];
  /** A step was running when the deck was paused. */
  private held = false;
  private readonly motion: HoplinePlayer['motion'];
  /** Stands still whatever happens: in the speaker's preview. */
  private readonly frozen: boolean;

  constructor(private readonly player: HoplinePlayer, frozen: boolean) {
    this.motion = player.motion;
    this.frozen = frozen;
    player.announce = 'off';
    player.autoplay = false;
    // What the audience's window plays is told by its still too.
    if (frozen) player.addEventListener('hopline-follow', () => (player.motion = 'reduced'));
  }

  /** Follows the deck; before the scenario is there nothing is done, and the load asks again. */
  follow({ state, active, jump }: Place): void {
    if (this.player.steps.length === 0) return;
    const before = this.state;
    const to = Math.min(state, this.player.steps.length);
    this.state = to;
    if (active && to === before) return;
    const isNext = active && !jump && before !== undefined && to === before + 1 && !this.still;
    // The deck takes the players of all windows there; what a viewer does in one of them is told by the player itself.
    this.player.quietly(() => (isNext ? this.play(to) : this.settle(to)));
  }

  /** The whole deck is paused or goes on. */
  hold(on: boolean): void {
    const { player } = this;
    if (on) this.held = !player.paused;
    // Where a step was left within its actions, `next` plays the rest of it.
    if (on || this.held) player.quietly(() => (on ? player.pause() : player.next()));
  }

  /** Another scenario, level, path or language has come: true, and what was shown means nothing any more. */
  takes(trace: HoplinePlayer['trace']): boolean {
    if (trace === this.trace) return false;
    this.trace = trace;
    this.state = undefined;
    return true;
  }

  private get still(): boolean {
    if (this.frozen || this.motion === 'reduced') return true;
    return this.motion === 'auto' && matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  private play(state: number): void {
    const { player } = this;
    player.pause();
    player.motion = this.motion;
    player.goToStep(state - 1);
    player.next();
  }

  private settle(state: number): void {
    const { player } = this;
    if (!player.paused) player.pause();
    this.held = false;
    // Without motion a step is told by its still; before the first step there is none to tell.
    const motion = this.still && state > 0 ? 'reduced' : this.still ? 'full' : this.motion;
    if (player.motion !== motion) player.motion = motion;
    const step = player.steps[state - 1];
    if (step) player.goToMoment({ step: step.id, part: 'hold', fraction: 0 });
    else player.currentTime = 0;
  }
}
