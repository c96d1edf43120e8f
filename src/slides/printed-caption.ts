import type { HoplinePlayer } from '../elements/hopline-player.ts';

/** Whether a player shows what is told in a step. */
export function isTold({ captions, controls }: Pick<HoplinePlayer, 'captions' | 'controls'>): boolean {
  return captions === 'on' || (captions === 'auto' && controls);
}

/** What is told in a step, to stand below its picture on paper. */
export function printedCaption(step: Pick<HoplinePlayer['steps'][number], 'number' | 'say'>): HTMLElement {
  const caption = document.createElement('figcaption');
  const number = document.createElement('span');
  number.className = 'hopline-print-number';
  number.textContent = String(step.number);
  const text = document.createElement('span');
  text.textContent = step.say;
  caption.append(number, text);
  return caption;
}
