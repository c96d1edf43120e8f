import type { ChoiceId, OptionId } from '../scenario/model.ts';
import type { Lang } from '../shared/text.ts';

/** What a viewer may look at: the map, the sequence, or both side by side. */
export type PlayerView = 'map' | 'sequence' | 'split';
/** `auto` follows the system's colour scheme and contrast. */
export type PlayerTheme = 'auto' | 'dark' | 'light' | 'contrast';
/** What the column beside the stage shows. */
export type Panel = 'none' | 'steps' | 'layers' | 'inspector';
/** A component or part (by id), or a message (by its index in the trace). */
export type Selection = { readonly kind: 'node'; readonly id: string } | { readonly kind: 'message'; readonly index: number };

/** What a control asks for; the player decides whether and how it is done. Times are seconds. */
export type PlayerRequest =
  | { readonly type: 'play' | 'pause' | 'toggle-play' | 'next' | 'previous' | 'first' | 'last' }
  | { readonly type: 'seek'; readonly time: number; readonly dragging?: boolean }
  | { readonly type: 'go-to-step'; readonly id: string }
  | { readonly type: 'go-to-message'; readonly index: number }
  | { readonly type: 'rate'; readonly rate: number }
  | { readonly type: 'loop'; readonly on: boolean }
  | { readonly type: 'level'; readonly level: number }
  | { readonly type: 'choose'; readonly choice: ChoiceId; readonly option: OptionId }
  | { readonly type: 'scenario'; readonly id: string }
  | { readonly type: 'view'; readonly view: PlayerView }
  | { readonly type: 'lang'; readonly lang: Lang }
  | { readonly type: 'theme'; readonly theme: PlayerTheme }
  | { readonly type: 'captions'; readonly on: boolean }
  | { readonly type: 'panel'; readonly panel: Panel }
  | { readonly type: 'inspect'; readonly selection: Selection | undefined }
  | { readonly type: 'light-layer'; readonly layer: string | undefined }
  | { readonly type: 'hide-layer'; readonly layer: string; readonly hidden: boolean }
  | { readonly type: 'show-layers' }
  | { readonly type: 'toggle-fullscreen' | 'toggle-presenter' | 'toggle-help' | 'dismiss-messages' | 'reset-camera' }
  | { readonly type: 'zoom'; readonly factor: number };

/** The name of the event that carries a request from a control up to the player. */
export const REQUEST_EVENT = 'hopline-request';

/** Bubbles from a control to its player, but not out of the player's shadow tree. */
export class PlayerRequestEvent extends CustomEvent<PlayerRequest> {
  constructor(request: PlayerRequest) {
    super(REQUEST_EVENT, { detail: request, bubbles: true, composed: false, cancelable: true });
  }
}

/** Asks the player around `source` for something. A page's own button inside the player may do the same. */
export function request(source: EventTarget, detail: PlayerRequest): void {
  source.dispatchEvent(new PlayerRequestEvent(detail));
}
