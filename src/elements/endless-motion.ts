import type { PlayerElement } from './player-face.ts';

let warned = false;

/**
 * Says once on a page's console that a player moves for ever and cannot be stopped: WCAG 2.2.2 wants a way to pause what starts by itself
 * and lasts more than five seconds.
 */
export function warnOfEndlessMotion({ autoplay, loop, controls }: Pick<PlayerElement, 'autoplay' | 'loop' | 'controls'>): void {
  if (warned || !autoplay || !loop || controls) return;
  warned = true;
  console.warn('<hopline-player autoplay loop> without `controls` moves for ever and nobody can stop it (WCAG 2.2.2): add `controls`, or a button of the page that calls pause().');
}
