import { answer } from './answer-request.ts';
import { belongsToFocus, requestForKey } from './keyboard-controller.ts';
import type { PlayerElement, PlayerInside } from './player-face.ts';
import { keyStateOf } from './player-ui.ts';
import { REQUEST_EVENT, type PlayerRequestEvent } from './requests.ts';

/** Hears what controls and keys ask of a player, and has it done. */
export class RequestListener {
  private readonly element: PlayerElement;
  private readonly core: PlayerInside;

  constructor(element: PlayerElement, core: PlayerInside) {
    this.element = element;
    this.core = core;
    element.addEventListener(REQUEST_EVENT, this.onRequest);
    element.addEventListener('keydown', this.onKey);
  }

  /** The player's own controls stand in its shadow tree. */
  listenIn(root: HTMLElement | DocumentFragment): void {
    root.addEventListener(REQUEST_EVENT, this.onRequest);
  }

  private readonly onRequest = (event: Event): void => {
    event.stopPropagation();
    answer(this.core, this.element, (event as PlayerRequestEvent).detail);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !(this.element.controls || this.core.presenting) || belongsToFocus(event)) return;
    const asked = requestForKey(event, keyStateOf(this.core, this.element));
    if (!asked) return;
    event.preventDefault();
    event.stopPropagation();
    answer(this.core, this.element, asked);
  };
}
