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

/** Does what a key of the presenter's window or of a remote asks of a player; keys that what has the focus needs itself are left to it. */
export function presenterKeyed(event: KeyboardEvent, player: HoplinePlayer): void {
  const act = KEYS[event.key];
  if (!act || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || belongsToFocus(event)) return;
  event.preventDefault();
  act(player);
}

/** Plays, or pauses. */
export function togglePlay(player: HoplinePlayer): void {
  if (player.paused) void player.play().catch(() => undefined);
  else player.pause();
}
