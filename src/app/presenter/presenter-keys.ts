import type { HoplinePlayer } from '../../elements/hopline-player.ts';
import { belongsToFocus } from '../../elements/keyboard-controller.ts';

const KEYS: Readonly<Record<string, (player: HoplinePlayer) => void>> = {
  PageDown: (player) => player.next(),
  ArrowRight: (player) => player.next(),
  ArrowDown: (player) => player.next(),
  Enter: (player) => player.next(),
  PageUp: (player) => player.previous(),
  ArrowLeft: (player) => player.previous(),
  ArrowUp: (player) => player.previous(),
  Home: (player) => player.goToStep(0),
  End: (player) => player.goToStep(player.steps.length - 1),
  ' ': togglePlay,
  k: togglePlay,
};

/** What a remote sends. */
const REMOTE = ['PageDown', 'PageUp'];

/**
 * Does what a key of the presenter's window asks of a player; keys that what has the focus needs itself are left to it. Those of a remote never are:
 * who has just picked something from a list must not stand there with a dead remote.
 */
export function presenterKeyed(event: KeyboardEvent, player: HoplinePlayer): void {
  if (remoteKeyed(event, player) || event.defaultPrevented || isWithModifier(event) || belongsToFocus(event)) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act(player);
}

/** Does what a remote asks of a player, wherever the focus is but in a text or a dialog; true where it did. To be heard before anybody else. */
export function remoteKeyed(event: KeyboardEvent, player: HoplinePlayer): boolean {
  if (!REMOTE.includes(event.key) || isWithModifier(event) || isElsewhere(event)) return false;
  event.preventDefault();
  event.stopPropagation();
  KEYS[event.key]?.(player);
  return true;
}

function isWithModifier({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey;
}

function isElsewhere(event: KeyboardEvent): boolean {
  return event.composedPath().some((place) => place instanceof Element && place.matches('input, textarea, dialog, [contenteditable]'));
}

/** Plays, or pauses. */
export function togglePlay(player: HoplinePlayer): void {
  if (player.paused) void player.play().catch(() => undefined);
  else player.pause();
}
