import type { FittedText, NodeBox } from '../layout/types.ts';
import { fitText } from '../look/fit.ts';
import { SHAPE, TYPE } from '../look/type.ts';

/** A second line that came while playing, fitted to its card as the layout fits the written ones. */
export function fittedSubtitle(text: string, box: NodeBox): FittedText {
  const taken = box.shape === 'card' ? 2 * SHAPE.cardPadding + SHAPE.iconBox + SHAPE.iconGap : 24;
  return fitText(text, { width: Math.max(40, box.width - taken), size: TYPE.subtitle, minSize: TYPE.subtitle - 2, weight: 500, maxLines: 1 });
}
