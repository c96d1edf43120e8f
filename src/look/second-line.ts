import type { Size } from '../shared/geometry.ts';
import { fitText, type Fitted } from './fit.ts';
import { SHAPE, TYPE, WEIGHT } from './type.ts';

/** A second line that came while playing, fitted to its card as the layout fits the written ones; a box that is no card has no icon. */
export function fittedSubtitle(text: string, box: Size & { readonly shape: string }): Fitted {
  const taken = box.shape === 'card' ? 2 * SHAPE.cardPadding + SHAPE.iconBox + SHAPE.iconGap : 24;
  return fitText(text, { width: Math.max(40, box.width - taken), size: TYPE.subtitle, minSize: TYPE.subtitleLeast - 2, weight: WEIGHT.regular, maxLines: 1 });
}
