import type { HoplinePlayer } from '../elements/hopline-player.ts';

/** Plays from the start with its slide, and pauses without it. */
export function playWithSlide(player: HoplinePlayer, active: boolean): void {
  if (!active) return player.pause();
  if (!player.paused) return;
  player.currentTime = 0;
  void player.play().catch(() => undefined);
}
