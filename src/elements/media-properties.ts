import { property } from 'lit/decorators.js';
import { PatientElement } from './patient-element.ts';
import type { MediaEventName } from './player-events.ts';

const CONSTANTS = {
  NETWORK_EMPTY: 0, NETWORK_IDLE: 1, NETWORK_LOADING: 2, NETWORK_NO_SOURCE: 3,
  HAVE_NOTHING: 0, HAVE_METADATA: 1, HAVE_CURRENT_DATA: 2, HAVE_FUTURE_DATA: 3, HAVE_ENOUGH_DATA: 4,
} as const;

/**
 * What media elements have and a player answers for only because those who build controls ask for it: a story has no sound yet. Not offered are
 * `crossOrigin`, `preload`, `srcObject`, `canPlayType`, tracks of a page's own (`addTextTrack`), media keys and remote playback.
 */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
export abstract class MediaProperties extends PatientElement {
  /** Muted from the start. */
  @property({ type: Boolean, attribute: 'muted', reflect: true }) defaultMuted = false;

  /** Kept for those who build controls; it changes nothing. */
  preservesPitch = true;

  private silent: boolean | undefined;
  private loudness = 1;
  private usual: number | undefined;

  /** Fires an event after the running script. */
  protected abstract tell(name: MediaEventName): void;

  /** Kept, and told by `volumechange`. */
  get muted(): boolean {
    return this.silent ?? this.defaultMuted;
  }

  set muted(muted: boolean) {
    const before = this.muted;
    this.silent = Boolean(muted);
    if (this.silent !== before) this.tell('volumechange');
  }

  /** From 0 to 1; kept, and told by `volumechange`. */
  get volume(): number {
    return this.loudness;
  }

  set volume(volume: number) {
    if (!Number.isFinite(volume)) throw new TypeError(`volume must be a number from 0 to 1, not ${volume}.`);
    if (volume < 0 || volume > 1) throw new DOMException(`volume must be from 0 to 1, not ${volume}.`, 'IndexSizeError');
    if (volume === this.loudness) return;
    this.loudness = volume;
    this.tell('volumechange');
  }

  /** The speed that a load goes back to. Until it is set, the speed outlasts loads, as the attribute `rate` does. */
  get defaultPlaybackRate(): number {
    return this.usual ?? 1;
  }

  set defaultPlaybackRate(rate: number) {
    if (!Number.isFinite(rate)) throw new TypeError(`defaultPlaybackRate must be a number, not ${rate}.`);
    if (rate === this.usual) return;
    this.usual = rate;
    this.tell('ratechange');
  }

  /** With this here, a browser that moves the element by `moveBefore` neither disconnects nor connects it. */
  connectedMoveCallback(): void {}

  /** @internal The speed that a load has to go back to; undefined where nobody set one. */
  get usualRate(): number | undefined {
    return this.usual;
  }
}

/** The numbers of `readyState` and `networkState` by their names. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
export interface MediaProperties extends Readonly<typeof CONSTANTS> {}

Object.assign(MediaProperties.prototype, CONSTANTS);
