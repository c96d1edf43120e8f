import type { Size } from '../shared/geometry.ts';
import { fitText, type Fitted } from '../look/fit.ts';
import { textWidth } from '../look/measure.ts';
import { LINE_HEIGHT, SHAPE, TYPE, WEIGHT } from '../look/type.ts';

const WIDEST_TEXT = 300;
const CHIP_GAP = 8;
/** Above and below the lines of a pill. */
const VERTICAL = 7;

/** The width of the chip that holds a message's number: a circle, or longer for `12.3`. */
export function chipWidth(number: string): number {
  return Math.max(SHAPE.chip, Math.ceil(textWidth(number, { size: TYPE.number, weight: WEIGHT.strong })) + 16);
}

/** What a pill spends beside its text: padding at both ends, the chip and the gap after it. */
export function pillExtra(number: string): number {
  return SHAPE.pillPadding + (SHAPE.pillHeight - SHAPE.chip) / 2 + chipWidth(number) + CHIP_GAP;
}

/** A hop's label broken for a pill: one line up to 300 wide, else two about equal ones; smaller type only when two lines are not enough. */
export function pillText(label: string, width = WIDEST_TEXT): Fitted {
  return fitText(label, { width, size: TYPE.label, minSize: TYPE.labelLeast, weight: WEIGHT.strong, maxLines: 2 });
}

/** The size of the pill that a label with its number needs. */
export function pillSize(label: string, number: string): Size {
  const { lines, size } = pillText(label);
  const widths = lines.map((line) => textWidth(line, { size, weight: WEIGHT.strong }));
  const height = Math.max(SHAPE.pillHeight, Math.ceil(lines.length * size * LINE_HEIGHT) + 2 * VERTICAL);
  return { width: Math.ceil(Math.max(0, ...widths)) + pillExtra(number), height };
}
