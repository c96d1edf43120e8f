import type { HoplinePlayer } from '../../elements/hopline-player.ts';
import { playWithSlide } from '../play-with-slide.ts';
import { StepFollower, type Place } from '../step-follower.ts';
import { createPlayer, dress, type FlowSettings } from './flow-player.ts';

/** A flow as one copy of its slide shows it. */
export interface FlowView {
  follow(place: Place): void;
  dress(attributes: FlowSettings['attributes']): void;
  remove(): void;
}

/** How a live flow behaves. */
export interface LiveOptions {
  /** Stands still whatever happens: beside the speaker's slide, in an overview. */
  readonly frozen: boolean;
  /** Plays by itself with its slide. */
  readonly autoplay: boolean;
  /** The scenario has come, or another one, with so many steps. */
  stepsKnown(count: number): void;
}

/** A player that goes where the clicks of its slide say. */
export class LiveFlow implements FlowView {
  private readonly player: HoplinePlayer;
  private follower: StepFollower | undefined;
  private place: Place | undefined;
  private readonly listeners = new AbortController();

  constructor(root: HTMLElement, settings: FlowSettings, private readonly options: LiveOptions) {
    this.player = createPlayer(settings);
    root.append(this.player);
    void customElements.whenDefined('hopline-player').then(() => this.begin());
  }

  follow(place: Place): void {
    this.place = place;
    if (!this.follower) return;
    if (this.options.autoplay) this.player.quietly(() => playWithSlide(this.player, place.active && !this.options.frozen));
    else this.follower.follow(place);
  }

  dress(attributes: FlowSettings['attributes']): void {
    dress(this.player, attributes);
  }

  remove(): void {
    this.listeners.abort();
    this.player.remove();
  }

  private begin(): void {
    const { player, listeners: { signal } } = this;
    if (signal.aborted) return;
    this.follower = new StepFollower(player, this.options.frozen);
    // Nobody else reads the steps out; but what stands beside the slide is no news.
    if (!this.options.frozen) player.announce = 'steps';
    for (const type of ['loadeddata', 'hopline-view-change']) player.addEventListener(type, () => this.stepsChanged(), { signal });
    this.stepsChanged();
  }

  /** Another scenario, level, path or language: to the place at once, as nothing of what was shown is left. */
  private stepsChanged(): void {
    if (this.player.steps.length === 0 || !this.follower?.takes(this.player.trace)) return;
    if (!this.options.autoplay) this.options.stepsKnown(this.player.steps.length);
    if (this.place) this.follow({ ...this.place, jump: true });
  }
}
