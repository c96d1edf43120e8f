import type { StepMark } from '../compile/trace.ts';
import type { SyncState } from './sync/sync-message.ts';

/** Why another step became the current one. */
export type StepChangeReason = 'load' | 'play' | 'seek' | 'variant';

/** What a change of step tells. */
export interface StepChange {
  /** Not there while nothing is loaded. */
  readonly step: StepMark | undefined;
  readonly previous: StepMark | undefined;
  readonly reason: StepChangeReason;
}

/** Tells which step is the current one now: in `detail`, and by the same names on the event. Bubbles and leaves shadow trees. */
export class StepChangeEvent extends CustomEvent<StepChange> implements StepChange {
  readonly step: StepMark | undefined;
  readonly previous: StepMark | undefined;
  readonly reason: StepChangeReason;

  constructor(step: StepMark | undefined, previous: StepMark | undefined, reason: StepChangeReason) {
    super('hopline-step-change', { bubbles: true, composed: true, detail: { step, previous, reason } });
    this.step = step;
    this.previous = previous;
    this.reason = reason;
  }
}

/** Tells that a player in another window was acted on, before this one follows it; cancelled, it stays as it is. In `detail` is where the other one is. */
export class FollowEvent extends CustomEvent<SyncState> {
  constructor(state: SyncState) {
    super('hopline-follow', { cancelable: true, detail: state });
  }
}

/** The names of the media events that the player fires; they are those of `HTMLMediaElement` and do not bubble. */
export const MEDIA_EVENTS = [
  'loadstart', 'durationchange', 'loadedmetadata', 'loadeddata', 'canplay', 'canplaythrough', 'play', 'playing', 'pause', 'seeking',
  'timeupdate', 'seeked', 'ratechange', 'ended', 'emptied', 'error', 'abort', 'volumechange', 'waiting',
] as const;
export type MediaEventName = (typeof MEDIA_EVENTS)[number];

/** Every event that `<hopline-player>` fires, by its name. */
export interface HoplinePlayerEventMap extends Record<MediaEventName, Event> {
  'hopline-step-change': StepChangeEvent;
  /** The viewer or a script changed level, path, language, view, theme, captions or presenter mode. */
  'hopline-view-change': Event;
  /** Another window leads, and this player is about to follow it. */
  'hopline-follow': FollowEvent;
  /** More or fewer players are in step with this one. */
  'hopline-peers-change': Event;
}
